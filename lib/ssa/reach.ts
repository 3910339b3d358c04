import { may } from '@/lib/access/authorize'
import type { ClientCtx } from '@/lib/context'
import { isUuid } from '@/lib/is-uuid'
import { findOrganizationId } from './hot'
import type { SsaFilter } from './request-schema'

interface Reach {
  organizationId: string | null
  issuedByClient: string | null
}

/** What a client may see: its organization, or all for a platform client; a developer only what it created. */
export function reachOf({ actor, organization }: ClientCtx): Reach {
  return {
    organizationId: organization?.id ?? null,
    issuedByClient: may(actor, 'ssa:read-others') ? null : actor.clientId,
  }
}

/** Conditions on rows; what is absent is not asked for. */
interface InReach {
  jti?: string
  organizationId?: string
  issuedByClient?: string
}

/** The rows in reach that fit the filter, in terms that an index can use; null when no row can. */
export async function whereInReach(ctx: ClientCtx, { jti, org_id }: SsaFilter): Promise<InReach | null> {
  if (jti !== undefined && !isUuid(jti)) return null
  const { organizationId: own, issuedByClient } = reachOf(ctx)
  const named = org_id === undefined ? own : await organizationNamed(ctx, org_id)
  if (org_id !== undefined && (named === null || (own !== null && own !== named))) return null
  return {
    ...(jti !== undefined && { jti }),
    ...(named !== null && { organizationId: named }),
    ...(issuedByClient !== null && { issuedByClient }),
  }
}

async function organizationNamed({ pool }: ClientCtx, orgId: string): Promise<string | null> {
  // PostgreSQL has no text with NUL, so nothing is called that.
  return orgId.includes('\0') ? null : findOrganizationId(pool, orgId.toLowerCase())
}
