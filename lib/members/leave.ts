import { ownAccountId } from '@/lib/accounts/person'
import type { OrgCtx } from '@/lib/context'
import { findMember, lockMembers } from './lock'
import { endMembership } from './remove'

/** Ends the membership of the person who asks. CONFLICT for the last owner. */
export async function leaveOrganization(ctx: OrgCtx): Promise<void> {
  const accountId = ownAccountId(ctx)
  await ctx.db.$transaction(async tx => {
    const fresh = await lockMembers(tx, ctx)
    const member = await findMember(tx, fresh, accountId)
    await endMembership(tx, fresh, { member, action: 'member.leave' })
  })
}
