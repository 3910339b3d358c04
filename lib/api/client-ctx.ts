import { noteClientUse } from '@/lib/clients/last-used'
import type { ClientCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { liveToken } from '@/lib/oauth/live-token'
import { type Call, callCtx, header } from './call'
import { type Budget, limitAddress, limitClient } from './limits'

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i

/**
 * The context of a call with an access token (RFC 6750 §2.1), which is all that any door may act on: the actor is the
 * token's client, with the scopes that both have now. `organization` is null for platform clients. Throws
 * UNAUTHENTICATED (`invalid_token`) and LIMIT.
 */
export async function clientCtx(c: Call, budget: Budget = 'api'): Promise<ClientCtx> {
  const ctx = callCtx(c)
  await limitAddress(ctx, budget)
  const live = await liveToken(ctx, bearerToken(c))
  if (!live) throw invalidToken('The access token is expired, revoked or not ours. Get a new one.')
  const { client, scopes } = live
  await limitClient(ctx, budget, client.id)
  noteClientUse(ctx, client.id)
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
