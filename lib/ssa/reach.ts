import { may } from '@/lib/access/authorize'
import type { ClientCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { SsaFilter } from './request-schema'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

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

/** The rows in reach that fit the filter; null when no row can. */
export function whereInReach(ctx: ClientCtx, { jti, org_id }: SsaFilter): Prisma.SsaWhereInput | null {
  if (jti !== undefined && !isUuid(jti)) return null
  // PostgreSQL has no text with NUL, so nothing is called that.
  if (org_id?.includes('\0')) return null
  const { organizationId, issuedByClient } = reachOf(ctx)
  return {
    ...(jti !== undefined && { jti }),
    ...(org_id !== undefined && { organization: { foldedId: org_id.toLowerCase() } }),
    ...(organizationId !== null && { organizationId }),
    ...(issuedByClient !== null && { issuedByClient }),
  }
}
