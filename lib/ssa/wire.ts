import { epochSeconds } from '@/lib/clock'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { WireRow } from './hot'
import { claimsIn, type SsaClaims } from './jwt'
import type { SsaStatus } from './schema'
import { attributesOf, withStatus } from './view'

/**
 * A statement as `GET /ssa` tells it (Janssen contract §1.6): inside, `iss` is the issuer; outside, the client that
 * created it.
 */
export interface WireSsa {
  ssa: SsaClaims & {
    description: string
    one_time_use: boolean
    rotate_ssa: boolean
    /** Custom attributes stand beside the rest. */
    [attribute: string]: unknown
  }
  iss: string
  created_at: number
  expiration: number
  status: SsaStatus
}

/** The outer `iss` of what a person created. */
const PORTAL = 'portal'

export const WIRE_SELECT = {
  jti: true,
  organizationId: true,
  softwareId: true,
  softwareRoles: true,
  grantTypes: true,
  description: true,
  oneTimeUse: true,
  rotateSsa: true,
  lifetime: true,
  customAttributes: true,
  issuedByClient: true,
  signingInput: true,
  status: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.SsaSelect

/** A row that was read through Prisma, as the hot statement would have read it. */
export function toWireRow(row: Prisma.SsaGetPayload<{ select: typeof WIRE_SELECT }>): WireRow {
  return { ...row, customAttributes: attributesOf(row) }
}

export function toWire(row: WireRow, now: Date): WireSsa {
  const iat = epochSeconds(row.createdAt)
  const exp = epochSeconds(row.expiresAt)
  return {
    ssa: {
      // First, so that no attribute ever stands for one of ours.
      ...row.customAttributes,
      jti: row.jti,
      iss: claimsIn(row.signingInput).iss,
      iat,
      exp,
      org_id: row.organizationId,
      software_id: row.softwareId,
      software_roles: row.softwareRoles,
      grant_types: row.grantTypes,
      description: row.description,
      one_time_use: row.oneTimeUse,
      rotate_ssa: row.rotateSsa,
      ...(row.lifetime !== null && { lifetime: row.lifetime }),
    },
    iss: row.issuedByClient ?? PORTAL,
    created_at: iat,
    expiration: exp,
    status: withStatus(row, now).status,
  }
}
