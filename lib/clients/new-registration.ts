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
  const { metadata, organizationId, scopes } = wanted
  const id = randomUUID()
  const name = metadata.client_name ?? id
  const registrationToken = newToken('writ_rat_')
  const authMethod = fromWire(metadata.token_endpoint_auth_method)
  const secret = authMethod === 'PRIVATE_KEY_JWT' ? undefined : newToken(SECRET_PREFIX)
  const createdAt = ctx.clock.now()
  const row = {
    id,
    organizationId,
    name,
    authMethod,
    jwks: metadata.jwks ?? null,
    scopes,
    grantTypes: metadata.grant_types ?? [],
    responseTypes: metadata.response_types,
    redirectUris: metadata.redirect_uris,
    metadata: extraMetadata(metadata),
    createdAt,
    expiresAt: metadata.lifetime ? new Date(createdAt.getTime() + metadata.lifetime * 1000) : null,
  }
  const actor = { kind: 'client' as const, clientId: id, name, scopes }
  return {
    client: {
      id,
      organization_id: organizationId,
      kind: 'REGISTERED',
      name,
      auth_method: authMethod,
      secret_hash: secret ? tokenHash(secret) : null,
      jwks: row.jwks,
      scopes,
      grant_types: row.grantTypes,
      response_types: row.responseTypes,
      redirect_uris: row.redirectUris,
      metadata: row.metadata,
      ssa_jti: wanted.ssaJti,
      registration_token_hash: tokenHash(registrationToken),
      created_at: createdAt,
      expires_at: row.expiresAt,
    },
    audit: auditColumns(
      { ...ctx, actor },
      {
        action: 'client.register',
        object: { type: 'client', id, name },
        organizationId,
        after: { name, scopes, ssa: wanted.ssaJti },
      },
    ),
    information: clientInformation(ctx, row, { secret, registrationToken, statement: wanted.statement }),
  }
}
