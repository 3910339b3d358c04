import { may } from '@/lib/access/authorize'
import { auditRow } from '@/lib/audit/record'
import type { OrgCtx, Role } from '@/lib/context'
import type { Tx } from '@/lib/db'

/** Withdraws open invitations whose sender, with the role that is left (null: none), could not send them now. */
export async function dropInvitationsBy(
  tx: Tx,
  ctx: OrgCtx,
  { accountId, role }: { accountId: string; role: Role | null },
): Promise<void> {
  const sender = { kind: 'user' as const, accountId, name: '', role }
  if (may(sender, 'member:own')) return
  const mayInvite = may(sender, 'member:invite')
  const where = {
    organizationId: ctx.organization.id,
    invitedById: accountId,
    acceptedAt: null,
    ...(mayInvite && { role: 'OWNER' as const }),
  }
  const open = await tx.invitation.findMany({ where, select: { id: true, email: true, role: true } })
  if (open.length === 0) return
  await tx.invitation.deleteMany({ where })
  await tx.auditEvent.createMany({
    data: open.map(({ id, email, role: given }) =>
      auditRow(ctx, {
        action: 'invitation.withdraw',
        object: { type: 'invitation', id, name: email },
        before: { role: given },
      }),
    ),
  })
}
