import { authorize, authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { InvitationId } from './schema'

/** Takes an open invitation back: its link stops working at once. NOT_FOUND once accepted or withdrawn. */
export async function withdrawInvitation(ctx: OrgCtx, { id }: InvitationId): Promise<{ email: string }> {
  authorizeIn(ctx, 'member:invite')
  return ctx.db.$transaction(async tx => {
    const where = { id, organizationId: ctx.organization.id, acceptedAt: null }
    const open = await tx.invitation.findFirst({ where, select: { email: true, role: true } })
    if (!open) throw notFound('This invitation')
    if (open.role === 'OWNER') authorize(ctx, 'member:own')
    const { count } = await tx.invitation.deleteMany({ where })
    if (count === 0) throw notFound('This invitation')
    await record(tx, ctx, {
      action: 'invitation.withdraw',
      object: { type: 'invitation', id, name: open.email },
      before: { role: open.role },
    })
    return { email: open.email }
  })
}
