import { randomUUID } from 'node:crypto'
import { type AuditColumns, auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { newToken, tokenHash } from '@/lib/secrets'
import { SECRET_PREFIX } from './create'
import type { NewClient } from './hot-register'
import { type ClientInformation, clientInformation, extraMetadata, fromWire } from './information'
import type { ClientMetadata } from './metadata'

interface Wanted {
  organizationId: string | null
  /** The statement's id; null when a token lets the software in. */
  ssaJti: string | null
  scopes: string[]
  metadata: ClientMetadata
  /** The statement as it was sent. */
  statement?: string
}

interface NewRegistration {
  client: NewClient
  audit: AuditColumns
  /** What the software is told once the rows are in. */
  information: ClientInformation
}

/** Everything of a registration but the decision whether it happens. The software itself is the actor. */
export function newRegistration(ctx: Ctx, wanted: Wanted): NewRegistration {
  const { organizationId, ssaJti, statement } = wanted
  const client = clientOf(ctx, wanted)
  const { id, name, scopes, authMethod } = client
  const registrationToken = newToken('writ_rat_')
  const secret = authMethod === 'PRIVATE_KEY_JWT' ? undefined : newToken(SECRET_PREFIX)
  const actor = { kind: 'client' as const, clientId: id, name, scopes }
  return {
    client: columnsOf(client, {
      ssa_jti: ssaJti,
      secret_hash: secret ? tokenHash(secret) : null,
      registration_token_hash: tokenHash(registrationToken),
    }),
    audit: auditColumns(
      { ...ctx, actor },
      {
        action: 'client.register',
        object: { type: 'client', id, name },
        organizationId,
        after: { name, scopes, ssa: ssaJti },
      },
    ),
    information: clientInformation(ctx, client, { secret, registrationToken, statement }),
  }
}

function clientOf(ctx: Ctx, { organizationId, scopes, metadata }: Wanted) {
  const id = randomUUID()
  const createdAt = ctx.clock.now()
  return {
    id,
    organizationId,
    name: metadata.client_name ?? id,
    authMethod: fromWire(metadata.token_endpoint_auth_method),
    jwks: metadata.jwks ?? null,
    scopes,
    grantTypes: metadata.grant_types ?? [],
    responseTypes: metadata.response_types,
    redirectUris: metadata.redirect_uris,
    metadata: extraMetadata(metadata),
    createdAt,
    expiresAt: metadata.lifetime ? new Date(createdAt.getTime() + metadata.lifetime * 1000) : null,
  }
}

/** What the software is not told as it is stored. */
type Kept = Pick<NewClient, 'ssa_jti' | 'secret_hash' | 'registration_token_hash'>

function columnsOf(client: ReturnType<typeof clientOf>, kept: Kept): NewClient {
  return {
    ...kept,
    id: client.id,
    organization_id: client.organizationId,
    kind: 'REGISTERED',
    name: client.name,
    auth_method: client.authMethod,
    jwks: client.jwks,
    scopes: client.scopes,
    grant_types: client.grantTypes,
    response_types: client.responseTypes,
    redirect_uris: client.redirectUris,
    metadata: client.metadata,
    created_at: client.createdAt,
    expires_at: client.expiresAt,
  }
}
