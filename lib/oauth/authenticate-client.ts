import { type ClientRow, findClient, isAlive } from '@/lib/clients/hot'
import { noteClientUse } from '@/lib/clients/last-used'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { isUuid } from '@/lib/is-uuid'
import { sameHash, tokenHash } from '@/lib/secrets'
import { checkAssertion } from './client-assertion'

/** How a client proves who it is (RFC 6749 §2.3, RFC 7523 §2.2). */
export type Credentials =
  | { method: 'secret'; clientId: string; secret: string }
  | { method: 'assertion'; clientId: string; assertion: string }

/**
 * The living client of these credentials. UNAUTHENTICATED (`invalid_client`), the same for every reason.
 * With the `jti` of a token that is in question, its row tells too whether that was taken back.
 */
export async function authenticateClient(
  ctx: Ctx,
  credentials: Credentials,
  tokenJti = '',
): Promise<ClientRow> {
  // No other text is an id of ours, and some text is none that the database can look for.
  const client = isUuid(credentials.clientId)
    ? await findClient(ctx.pool, credentials.clientId, tokenJti)
    : null
  if (!client || !isAlive(client, ctx.clock.now())) throw invalidClient()
  if (!(await proves(ctx, client, credentials))) throw invalidClient()
  noteClientUse(ctx, client.id)
  return client
}

async function proves(ctx: Ctx, client: ClientRow, credentials: Credentials): Promise<boolean> {
  if (credentials.method === 'assertion') return checkAssertion(ctx, client, credentials.assertion)
  return client.secretHash !== null && sameHash(tokenHash(credentials.secret), client.secretHash)
}

export function invalidClient(
  message = 'The client is unknown, over, or its credentials are wrong.',
): AppError {
  return new AppError('UNAUTHENTICATED', message, { reason: 'invalid_client' })
}
