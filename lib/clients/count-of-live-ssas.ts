import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL } from '@/lib/keyset'
import { whereStatus as whereSsaStatus } from '@/lib/ssa/view'
import { whereStatus } from './view'

/** How many working clients "Revoke All" would disable; counts no further than one above `EXACT_TOTAL`. */
export async function countClientsOfLiveSsas(ctx: OrgCtx): Promise<number> {
  authorizeIn(ctx, 'client:read')
  const now = ctx.clock.now()
  const ofLive = { organizationId: ctx.organization.id, ssa: { is: whereSsaStatus('ACTIVE', now) } }
  return ctx.db.client.count({
    where: { AND: [ofLive, whereStatus('ACTIVE', now)] },
    take: EXACT_TOTAL + 1,
  })
}
