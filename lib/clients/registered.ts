import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { tokenHash } from '@/lib/secrets'
import { isAlive } from './hot'

/** How software proves which client it is, when it manages its own registration (RFC 7592 §1.2). */
export interface RegistrationAccess {
  clientId: string
  /** The registration access token. */
  token: string
}

export const REGISTERED_SELECT = {
  id: true,
  organizationId: true,
  name: true,
  authMethod: true,
  secretHash: true,
  jwks: true,
  scopes: true,
  grantTypes: true,
  responseTypes: true,
  redirectUris: true,
  metadata: true,
  createdAt: true,
  expiresAt: true,
  ssaJti: true,
  ssa: { select: { status: true } },
} satisfies Prisma.ClientSelect

export type Registered = Prisma.ClientGetPayload<{ select: typeof REGISTERED_SELECT }>

/** The living client of a registration access token. UNAUTHENTICATED (`invalid_token`) for everything else. */
export async function findRegistered(ctx: Ctx, { clientId, token }: RegistrationAccess): Promise<Registered> {
  const row = await ctx.db.client.findUnique({
    where: { registrationTokenHash: tokenHash(token) },
    select: REGISTERED_SELECT,
  })
  const alive =
    row && isAlive({ expiresAt: row.expiresAt, ssaStatus: row.ssa?.status ?? null }, ctx.clock.now())
  if (!alive || row.id !== clientId) throw notRegistered()
  return row
}

export function notRegistered(): AppError {
  const message = 'The registration access token is not that of this client, or the client is over.'
  return new AppError('UNAUTHENTICATED', message, { reason: 'invalid_token' })
}

/** The software itself acts. */
export function asClient(ctx: Ctx, { id, name, scopes }: Registered): Ctx {
  return { ...ctx, actor: { kind: 'client', clientId: id, name, scopes } }
}
