import { authorize, authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx, Role } from '@/lib/context'
import { assertOwnerRemains, findMember, lockMembers } from './lock'
import { dropInvitationsBy } from './outlived-invitations'
import type { ChangeRoleInput } from './schema'

/** Gives a member another role. Only owners make or touch owners; CONFLICT when it is the last one. */
export async function changeRole(
  ctx: OrgCtx,
  { accountId, role }: ChangeRoleInput,
): Promise<{ accountId: string; role: Role }> {
  authorizeIn(ctx, 'member:change')
  return ctx.db.$transaction(async tx => {
    const fresh = await lockMembers(tx, ctx)
    authorizeIn(fresh, 'member:change')
    const member = await findMember(tx, fresh, accountId)
    if (member.role === role) return { accountId, role }
    if (member.role === 'OWNER' || role === 'OWNER') authorize(fresh, 'member:own')
    await assertOwnerRemains(tx, fresh, member)
    await tx.member.update({
      where: { organizationId_accountId: { organizationId: ctx.organization.id, accountId } },
      data: { role },
      select: { role: true },
    })
    await dropInvitationsBy(tx, fresh, { accountId, role })
    await record(tx, fresh, {
      action: 'member.change-role',
      object: { type: 'member', id: accountId, name: member.name },
      before: { role: member.role },
      after: { role },
    })
    return { accountId, role }
  })
}
