import { authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import type { OrgCtx } from '@/lib/context'

/** Whether the person who asks may leave at all: nobody leaves their own personal organization. */
export async function mayLeave(ctx: OrgCtx): Promise<boolean> {
  authorizeIn(ctx, 'member:read')
  const own = { id: ctx.organization.id, personalOf: ownAccountId(ctx) }
  return (await ctx.db.organization.count({ where: own })) === 0
}
