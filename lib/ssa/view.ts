import { z } from 'zod'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { SsaStatus } from './schema'

/** A statement as lists show it. */
export interface SsaRow {
  jti: string
  softwareId: string
  /** The person or API client that had it issued. */
  issuedByName: string
  softwareRoles: string[]
  status: SsaStatus
  expiresAt: Date
  createdAt: Date
}

/** Everything about a statement but its JWT. */
export interface SsaView extends SsaRow {
  organizationId: string
  description: string
  grantTypes: string[]
  oneTimeUse: boolean
  rotateSsa: boolean
  /** Seconds; null: clients registered with it do not expire. */
  lifetime: number | null
  /** By configured name. */
  customAttributes: Record<string, string>
  kid: string
  usedAt: Date | null
  revokedAt: Date | null
}

export const ROW_SELECT = {
  jti: true,
  softwareId: true,
  issuedByName: true,
  softwareRoles: true,
  status: true,
  expiresAt: true,
  createdAt: true,
} satisfies Prisma.SsaSelect

export const VIEW_SELECT = {
  ...ROW_SELECT,
  organizationId: true,
  description: true,
  grantTypes: true,
  oneTimeUse: true,
  rotateSsa: true,
  lifetime: true,
  customAttributes: true,
  kid: true,
  usedAt: true,
  revokedAt: true,
} satisfies Prisma.SsaSelect

const attributesSchema = z.record(z.string(), z.string())

export function attributesOf(row: { customAttributes: unknown }): Record<string, string> {
  return attributesSchema.parse(row.customAttributes)
}

/** A row as it is told to people. */
export function toView(row: Prisma.SsaGetPayload<{ select: typeof VIEW_SELECT }>, now: Date): SsaView {
  return { ...withStatus(row, now), customAttributes: attributesOf(row) }
}

/** What the JWT is made from again. */
export const JWT_SELECT = { kid: true, signingInput: true, signature: true } satisfies Prisma.SsaSelect

type Stored = { status: 'ACTIVE' | 'USED' | 'REVOKED'; expiresAt: Date }

/** Puts the status that the clock gives in place of the stored one: EXPIRED is never stored. */
export function withStatus<T extends Stored>(row: T, now: Date): Omit<T, 'status'> & { status: SsaStatus } {
  const expired = row.status === 'ACTIVE' && row.expiresAt <= now
  return { ...row, status: expired ? 'EXPIRED' : row.status }
}

/** The rows that have this status now. */
export function whereStatus(status: SsaStatus, now: Date): Prisma.SsaWhereInput {
  switch (status) {
    case 'ACTIVE':
      return { status, expiresAt: { gt: now } }
    case 'EXPIRED':
      return { status: 'ACTIVE', expiresAt: { lte: now } }
    default:
      return { status }
  }
}
