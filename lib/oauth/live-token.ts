import { type ClientRow, findClient, isAlive } from '@/lib/clients/hot'
import type { Ctx } from '@/lib/context'
import { readAccessToken, scopesOf, type TokenClaims } from './access-token'

export interface LiveToken {
  claims: TokenClaims
  client: ClientRow
  /** What the token may do now: its scopes, as far as the client still has them. */
  scopes: string[]
}

/** A client that was just read, with what is known of this token (`tokenRevoked`). */
interface Known {
  client: ClientRow
  jti: string
}

/** An access token that works now: ours, in time, not taken back, of a client that lives. Else null. */
export async function liveToken(ctx: Ctx, token: string, known?: Known): Promise<LiveToken | null> {
  const claims = await readAccessToken(ctx, token)
  if (!claims) return null
  const own = known?.client.id === claims.client_id && known.jti === claims.jti
  const client = own ? known.client : await findClient(ctx.pool, claims.client_id, claims.jti)
  if (!client || client.tokenRevoked || !isAlive(client, ctx.clock.now())) return null
  return { claims, client, scopes: scopesOf(claims.scope).filter(scope => client.scopes.includes(scope)) }
}
