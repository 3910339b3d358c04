import type { ClientRow } from '@/lib/clients/hot'
import { noteClientUse } from '@/lib/clients/last-used'
import type { ClientCtx, Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { liveToken } from '@/lib/oauth/live-token'
import { type Call, callCtx, header } from './call'
import { type Budget, limitAddress, limitClient } from './limits'

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i

/**
 * The context of a call with an access token (RFC 6750 §2.1): the actor is the token's client, with the scopes that
 * both have. `organization` is null for platform clients. Throws UNAUTHENTICATED (`invalid_token`) and LIMIT.
 */
export async function clientCtx(c: Call, budget: Budget = 'api'): Promise<ClientCtx> {
  const { ctx, client, scopes } = await caller(c, budget)
  return contextOf(ctx, client, scopes)
}

/** The same with every scope that the client is registered with, whatever its token asked for (Janssen contract §1.1). */
export async function registeredClientCtx(c: Call, budget: Budget = 'api'): Promise<ClientCtx> {
  const { ctx, client } = await caller(c, budget)
  return contextOf(ctx, client, client.scopes)
}

async function caller(c: Call, budget: Budget) {
  const ctx = callCtx(c)
  await limitAddress(ctx, budget)
  const token = await liveToken(ctx, bearerToken(c))
  if (!token) throw invalidToken('The access token is expired, revoked or not ours.')
  await limitClient(ctx, budget, token.client.id)
  noteClientUse(ctx, token.client.id)
  return { ctx, ...token }
}

function contextOf(ctx: Ctx, client: ClientRow, scopes: string[]): ClientCtx {
  const { id: clientId, name, organizationId, organizationName } = client
  return {
    ...ctx,
    actor: { kind: 'client', clientId, name, scopes },
    organization:
      organizationId === null ? null : { id: organizationId, name: organizationName ?? organizationId },
  }
}

/** The credentials of an Authorization header of the Bearer scheme. Throws UNAUTHENTICATED when there are none. */
export function bearerToken(c: Call): string {
  const [, token] = BEARER.exec(header(c, 'authorization') ?? '') ?? []
  if (!token) throw invalidToken('Send an access token, in the header Authorization by the scheme Bearer.')
  return token
}

function invalidToken(message: string): AppError {
  return new AppError('UNAUTHENTICATED', message, { reason: 'invalid_token' })
}
