import { authorize, authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { queueMail } from '@/lib/email/queue'
import { notFound } from '@/lib/errors'
import { INVITATION_SELECT, type InvitationRow, invitationRow, newInvitationLink } from './invitation'
import { mailOf, takeFromMailLimit } from './invite'
import type { InvitationId } from './schema'

/** Mails a new link, good for seven days again; the former link stops working. NOT_FOUND once accepted or withdrawn. */
export async function resendInvitation(ctx: OrgCtx, { id }: InvitationId): Promise<InvitationRow> {
  authorizeIn(ctx, 'member:invite')
  const invitedById = ownAccountId(ctx)
  await takeFromMailLimit(ctx)
  const { url, stored } = newInvitationLink(ctx)
  return ctx.db.$transaction(async tx => {
    const [sent] = await tx.invitation.updateManyAndReturn({
      where: { id, organizationId: ctx.organization.id, acceptedAt: null },
      data: { ...stored, invitedById },
      select: INVITATION_SELECT,
    })
    if (!sent) throw notFound('This invitation')
    if (sent.role === 'OWNER') authorize(ctx, 'member:own')
    const { email, role, expiresAt } = sent
    await queueMail(tx, ctx, mailOf(ctx, { to: email, role, url, expiresAt }))
    await record(tx, ctx, {
      action: 'invitation.resend',
      object: { type: 'invitation', id, name: email },
      after: { role, expiresAt: expiresAt.toISOString() },
    })
    return invitationRow(sent, stored.sentAt)
  })
}
