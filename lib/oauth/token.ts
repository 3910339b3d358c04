import type { ClientRow } from '@/lib/clients/hot'
import { scopeToken } from '@/lib/configuration/schema'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { issueAccessToken, scopesOf } from './access-token'
import { TOKEN_LIFETIME } from './terms'

export interface TokenRequest {
  grant_type?: string
  scope?: string
}

/** RFC 6749 §5.1. */
export interface TokenAnswer {
  access_token: string
  token_type: 'Bearer'
  /** Seconds. */
  expires_in: number
  /** What was granted, which may be less than what was asked for. */
  scope: string
}

/** The client credentials grant (RFC 6749 §4.4). Scopes that the client does not have are left out. */
export async function grantToken(
  ctx: Ctx,
  client: ClientRow,
  { grant_type: grantType, scope }: TokenRequest,
): Promise<TokenAnswer> {
  if (!grantType) throw refusal('invalid_request', 'The parameter grant_type is missing.')
  if (grantType !== 'client_credentials') {
    throw refusal('unsupported_grant_type', 'The only grant type here is client_credentials.')
  }
  if (!client.grantTypes.includes(grantType)) {
    throw refusal('unauthorized_client', 'The client is not registered for this grant type.')
  }
  const scopes = scope === undefined ? client.scopes : granted(client.scopes, scope)
  return {
    access_token: await issueAccessToken(ctx, client.id, scopes),
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME,
    scope: scopes.join(' '),
  }
}

function granted(scopes: string[], asked: string): string[] {
  const wanted = scopesOf(asked)
  if (!wanted.every(scope => scopeToken.safeParse(scope).success)) {
    throw refusal('invalid_scope', 'The parameter scope is not a list of scopes, with spaces between them.')
  }
  return scopes.filter(scope => wanted.includes(scope))
}

function refusal(reason: string, message: string): AppError {
  return new AppError('INVALID', message, { reason })
}
