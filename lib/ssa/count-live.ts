import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL } from '@/lib/keyset'
import { whereStatus } from './view'

/** How many statements "Revoke All" would end; counts no further than one above `EXACT_TOTAL`. */
export async function countLiveSsas(ctx: OrgCtx): Promise<number> {
  authorizeIn(ctx, 'ssa:read')
  const where = { organizationId: ctx.organization.id, ...whereStatus('ACTIVE', ctx.clock.now()) }
  return ctx.db.ssa.count({ where, take: EXACT_TOTAL + 1 })
}
