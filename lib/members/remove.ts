import { authorize, authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { assertOwnerRemains, findMember, lockMembers, type Membership } from './lock'
import { dropInvitationsBy } from './outlived-invitations'
import type { MemberId } from './schema'

/** Takes a member's access away at once. Only owners remove owners; CONFLICT when it is the last one. */
export async function removeMember(ctx: OrgCtx, { accountId }: MemberId): Promise<{ name: string }> {
  authorizeIn(ctx, 'member:change')
  return ctx.db.$transaction(async tx => {
    const fresh = await lockMembers(tx, ctx)
    authorizeIn(fresh, 'member:change')
    const member = await findMember(tx, fresh, accountId)
    if (member.role === 'OWNER') authorize(fresh, 'member:own')
    await endMembership(tx, fresh, { member, action: 'member.remove' })
    return { name: member.name }
  })
}

interface Ending {
  member: Membership
  action: 'member.remove' | 'member.leave'
}

/** Under the lock: the membership and the invitations it sent go, and the audit log keeps what it was. */
export async function endMembership(tx: Tx, ctx: OrgCtx, { member, action }: Ending): Promise<void> {
  const { accountId, name, role } = member
  await assertOwnerRemains(tx, ctx, member)
  await tx.member.delete({
    where: { organizationId_accountId: { organizationId: ctx.organization.id, accountId } },
    select: { role: true },
  })
  await dropInvitationsBy(tx, ctx, { accountId, role: null })
  await record(tx, ctx, {
    action,
    object: { type: 'member', id: accountId, name },
    before: { role, email: member.email },
  })
}
