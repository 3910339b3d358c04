import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL } from '@/lib/keyset'

/** How many statements the organization has, in whatever state; counts no further than one above `EXACT_TOTAL`. */
export async function countSsas(ctx: OrgCtx): Promise<number> {
  authorizeIn(ctx, 'ssa:read')
  return ctx.db.ssa.count({ where: { organizationId: ctx.organization.id }, take: EXACT_TOTAL + 1 })
}
