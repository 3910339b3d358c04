import { authorize, authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { AppError, invalidField } from '@/lib/errors'
import { takeFromLimit } from '@/lib/limits/take'
import { INVITATION_SELECT, type InvitationRow, invitationRow, newInvitationLink } from './invitation'
import { invitationMail } from './invitation-mail'
import type { InviteInput } from './schema'

/** Open invitations that one organization may have: the list shows them all at once. */
const MOST_OPEN = 100

/**
 * Mails an invitation that works for seven days. Admins cannot invite owners. INVALID on `email` for a member,
 * CONFLICT while the address has an open invitation, LIMIT after 20 mails in an hour.
 */
export async function inviteMember(ctx: OrgCtx, { email, role }: InviteInput): Promise<InvitationRow> {
  authorizeIn(ctx, 'member:invite')
  if (role === 'OWNER') authorize(ctx, 'member:own')
  const invitedById = ownAccountId(ctx)
  await takeFromMailLimit(ctx)
  const { url, stored } = newInvitationLink(ctx)
  return ctx.db.$transaction(async tx => {
    await assertMayBeInvited(tx, ctx, email)
    const [created] = await tx.invitation.createManyAndReturn({
      data: [
        {
          organizationId: ctx.organization.id,
          email,
          role,
          invitedById,
          createdAt: stored.sentAt,
          ...stored,
        },
      ],
      skipDuplicates: true,
      select: INVITATION_SELECT,
    })
    if (!created) throw new AppError('CONFLICT', `${email} has an open invitation. Resend it instead.`)
    await queueMail(tx, ctx, mailOf(ctx, { to: email, role, url, expiresAt: stored.expiresAt }))
    await record(tx, ctx, {
      action: 'invitation.send',
      object: { type: 'invitation', id: created.id, name: email },
      after: { role, expiresAt: stored.expiresAt.toISOString() },
    })
    return invitationRow(created, stored.sentAt)
  })
}

/** Every invitation mail counts, the resent ones too. */
export async function takeFromMailLimit(ctx: OrgCtx): Promise<void> {
  await takeFromLimit(ctx, {
    key: `invitation-mail:${ctx.organization.id}`,
    limit: 20,
    windowSeconds: 60 * 60,
    message: 'Many invitations were sent from this organization.',
  })
}

export function mailOf(
  ctx: OrgCtx,
  facts: Omit<Parameters<typeof invitationMail>[0], 'organization' | 'invitedBy'>,
) {
  return invitationMail({ ...facts, organization: ctx.organization.name, invitedBy: ctx.actor.name })
}

/** Also clears what is over: an invitation that was accepted or has expired makes room for a new one. */
async function assertMayBeInvited(tx: Tx, ctx: OrgCtx, email: string): Promise<void> {
  const organizationId = ctx.organization.id
  const member = await tx.member.findFirst({
    where: { organizationId, account: { email } },
    select: { role: true },
  })
  if (member) throw invalidField('email', `${email} is a member already.`)
  await tx.invitation.deleteMany({
    where: {
      organizationId,
      email,
      OR: [{ acceptedAt: { not: null } }, { expiresAt: { lte: ctx.clock.now() } }],
    },
  })
  const open = await tx.invitation.count({ where: { organizationId, acceptedAt: null } })
  if (open >= MOST_OPEN) {
    throw new AppError('CONFLICT', `There are ${open} open invitations. Withdraw some that are not needed.`)
  }
}
