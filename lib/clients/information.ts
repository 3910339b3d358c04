import { epochSeconds } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'
import { jsonObject } from '@/lib/json-object'
import type { ClientMetadata } from './metadata'

export type AuthMethod = 'CLIENT_SECRET_BASIC' | 'CLIENT_SECRET_POST' | 'PRIVATE_KEY_JWT'

/** What is stored of a registered client, as far as it is told to the client. */
export interface RegisteredClient {
  id: string
  organizationId: string | null
  name: string
  authMethod: AuthMethod
  jwks: unknown
  scopes: string[]
  grantTypes: string[]
  responseTypes: string[]
  redirectUris: string[]
  metadata: unknown
  createdAt: Date
  expiresAt: Date | null
}

/** What is known at the moment alone: only hashes are kept. */
interface Shown {
  secret?: string
  registrationToken: string
  /** The statement as it was sent. */
  statement?: string
}

export type ClientInformation = Record<string, unknown> & {
  client_id: string
  client_secret?: string
  registration_access_token: string
  registration_client_uri: string
}

/** The answer of registration and of its management (RFC 7591 §3.2.1, RFC 7592 §3). */
export function clientInformation(ctx: Ctx, client: RegisteredClient, shown: Shown): ClientInformation {
  return {
    client_id: client.id,
    ...(shown.secret && { client_secret: shown.secret }),
    client_id_issued_at: epochSeconds(client.createdAt),
    client_secret_expires_at: client.expiresAt ? epochSeconds(client.expiresAt) : 0,
    registration_access_token: shown.registrationToken,
    registration_client_uri: `${ctx.issuer}${ENDPOINTS.register}?client_id=${client.id}`,
    client_name: client.name,
    token_endpoint_auth_method: toWire(client.authMethod),
    grant_types: client.grantTypes,
    response_types: client.responseTypes,
    redirect_uris: client.redirectUris,
    scope: client.scopes.join(' '),
    ...(client.jwks !== null && { jwks: client.jwks }),
    ...(client.organizationId !== null && { org_id: client.organizationId }),
    ...jsonObject(client.metadata),
    ...(shown.statement !== undefined && { software_statement: shown.statement }),
  }
}

const WITHOUT_COLUMN = [
  'client_uri',
  'logo_uri',
  'tos_uri',
  'policy_uri',
  'contacts',
  'software_id',
  'software_version',
  'lifetime',
] as const satisfies readonly (keyof ClientMetadata)[]

/** The metadata that has no column of its own: kept and returned as it was registered. */
export function extraMetadata(metadata: ClientMetadata) {
  const given = WITHOUT_COLUMN.filter(name => metadata[name] !== undefined)
  return Object.fromEntries(given.map(name => [name, metadata[name]]))
}

const METHODS = {
  client_secret_basic: 'CLIENT_SECRET_BASIC',
  client_secret_post: 'CLIENT_SECRET_POST',
  private_key_jwt: 'PRIVATE_KEY_JWT',
} as const satisfies Record<ClientMetadata['token_endpoint_auth_method'], AuthMethod>

export function fromWire(method: ClientMetadata['token_endpoint_auth_method']): AuthMethod {
  return METHODS[method]
}

function toWire(method: AuthMethod): string {
  return method.toLowerCase()
}
