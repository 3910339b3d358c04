import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { AuthMethod } from './information'
import type { ClientStatus } from './schema'

/** A client as lists show it. */
export interface ClientView {
  id: string
  name: string
  kind: 'API' | 'REGISTERED'
  status: ClientStatus
  scopes: string[]
  authMethod: AuthMethod
  /** The statement that it registered with. */
  ssaJti: string | null
  createdAt: Date
  /** Null: it does not expire. */
  expiresAt: Date | null
  /** Some seconds behind. */
  lastUsedAt: Date | null
}

export const VIEW_SELECT = {
  id: true,
  name: true,
  kind: true,
  scopes: true,
  authMethod: true,
  ssaJti: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  ssa: { select: { status: true } },
} satisfies Prisma.ClientSelect

type Row = Omit<ClientView, 'status'> & { ssa: { status: 'ACTIVE' | 'USED' | 'REVOKED' } | null }

export function viewOf({ ssa, ...client }: Row, now: Date): ClientView {
  const expired = client.expiresAt !== null && client.expiresAt <= now
  return { ...client, status: ssa?.status === 'REVOKED' ? 'DISABLED' : expired ? 'EXPIRED' : 'ACTIVE' }
}

/** Whose clients a call is about: those of its organization, or outside of any the platform's own. */
export function tenantOf(ctx: Ctx): { organizationId: string | null } {
  return { organizationId: ctx.organization?.id ?? null }
}

/** The rows that have this status now. */
export function whereStatus(status: ClientStatus, now: Date): Prisma.ClientWhereInput {
  const disabled: Prisma.ClientWhereInput = { ssa: { is: { status: 'REVOKED' } } }
  switch (status) {
    case 'DISABLED':
      return disabled
    case 'EXPIRED':
      return { NOT: disabled, expiresAt: { lte: now } }
    case 'ACTIVE':
      return { NOT: disabled, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  }
}
