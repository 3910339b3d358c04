import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { INVITATION_SELECT, type InvitationRow, invitationRow } from './invitation'

/** The invitations that nobody accepted yet, the latest first: all of them, for there are at most 100. */
export async function listInvitations(ctx: OrgCtx): Promise<InvitationRow[]> {
  authorizeIn(ctx, 'member:read')
  const rows = await ctx.db.invitation.findMany({
    where: { organizationId: ctx.organization.id, acceptedAt: null },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: INVITATION_SELECT,
  })
  return rows.map(row => invitationRow(row, ctx.clock.now()))
}
