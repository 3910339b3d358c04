import { authorizeClient } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { whereInReach } from './reach'
import type { SsaFilter } from './request-schema'
import { revokeWhere } from './revoke-where'

/**
 * For clients: revokes what is neither used nor revoked and fits `jti`, `org_id`, or both (Janssen contract §1.8),
 * expired ones too. Gives how many; none for another organization's.
 */
export async function revokeMatchingSsas(ctx: Ctx, filter: SsaFilter): Promise<{ revoked: number }> {
  authorizeClient(ctx, 'ssa:revoke')
  const where = await whereInReach(ctx, filter)
  return { revoked: where ? await revokeWhere(ctx, where) : 0 }
}
