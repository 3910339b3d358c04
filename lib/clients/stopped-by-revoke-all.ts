import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL } from '@/lib/keyset'
import { countLiveSsas } from '@/lib/ssa/count-live'
import { whereStatus as whereSsaStatus } from '@/lib/ssa/view'
import { whereStatus } from './view'

/** Each at most one above `EXACT_TOTAL`. */
export interface StoppedByRevokeAll {
  live: number
  /** Working clients that were registered with them. */
  clients: number
}

/** How many live statements "Revoke All" would end, and how many clients it would disable. */
export async function stoppedByRevokeAll(ctx: OrgCtx): Promise<StoppedByRevokeAll> {
  authorizeIn(ctx, 'client:read')
  const now = ctx.clock.now()
  const ofLive = { organizationId: ctx.organization.id, ssa: { is: whereSsaStatus('ACTIVE', now) } }
  const [live, clients] = await Promise.all([
    countLiveSsas(ctx),
    ctx.db.client.count({
      where: { AND: [ofLive, whereStatus('ACTIVE', now)] },
      take: EXACT_TOTAL + 1,
    }),
  ])
  return { live, clients }
}
