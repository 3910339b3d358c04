import { z } from 'zod'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { Prisma } from '@/lib/generated/prisma/client'
import { newToken, sameHash, tokenHash } from '@/lib/secrets'
import { acceptOwnStatement, claimsOfStatement } from '@/lib/ssa/statement'
import { SECRET_PREFIX } from './create'
import { type ClientInformation, clientInformation, extraMetadata, fromWire } from './information'
import { type ClientMetadata, invalidMetadata, metadataInForce } from './metadata'
import { narrowed } from './register'
import {
  asClient,
  findRegistered,
  notRegistered,
  REGISTERED_SELECT,
  type Registered,
  type RegistrationAccess,
} from './registered'

/** What a request must not carry (RFC 7592 §2.2). */
const SERVERS_OWN = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
]

/**
 * Puts the request's metadata in place of what is registered (RFC 7592 §2.2). The client's statement still wins, and
 * scopes and lifetime never grow. A new secret comes with a change from keys to a secret.
 */
export async function updateRegistration(
  ctx: Ctx,
  access: RegistrationAccess,
  request: Record<string, unknown>,
): Promise<ClientInformation> {
  const client = await findRegistered(ctx, access)
  assertAboutItself(client, request)
  const { software_statement: statement } = request
  if (typeof statement === 'string') await acceptOwnStatement(ctx, statement, client.ssaJti)
  const claims = client.ssaJti ? await claimsOfStatement(ctx, client.ssaJti) : {}
  const metadata = metadataInForce(request, claims)
  const change = changeOf(client, metadata)
  const updated = await store(ctx, client, change)
  return clientInformation(ctx, updated, {
    registrationToken: access.token,
    ...(change.secret && { secret: change.secret }),
    ...(typeof statement === 'string' && { statement }),
  })
}

function assertAboutItself(client: Registered, request: Record<string, unknown>): void {
  const own = SERVERS_OWN.find(name => request[name] !== undefined)
  if (own) throw invalidMetadata(`${own} may not be part of an update.`)
  if (request.client_id !== undefined && request.client_id !== client.id)
    throw invalidMetadata('client_id must be that of the client.')
  const { client_secret: secret } = request
  if (secret === undefined || secret === null) return
  const matches =
    typeof secret === 'string' && client.secretHash && sameHash(tokenHash(secret), client.secretHash)
  if (!matches) throw invalidMetadata('client_secret must be that of the client, or absent.')
}

const extra = z.object({ lifetime: z.int().optional() })

interface Change {
  data: Prisma.ClientUncheckedUpdateManyInput
  /** A secret made for a client that had none. */
  secret: string | undefined
}

function changeOf(client: Registered, metadata: ClientMetadata): Change {
  const authMethod = fromWire(metadata.token_endpoint_auth_method)
  const needsSecret = authMethod !== 'PRIVATE_KEY_JWT' && !client.secretHash
  const secret = needsSecret ? newToken(SECRET_PREFIX) : undefined
  // How long it lives was decided when it registered.
  const { lifetime } = extra.parse(client.metadata)
  return {
    secret,
    data: {
      name: metadata.client_name ?? client.id,
      authMethod,
      ...(authMethod === 'PRIVATE_KEY_JWT' && { secretHash: null }),
      ...(secret && { secretHash: tokenHash(secret) }),
      jwks: metadata.jwks ?? Prisma.DbNull,
      scopes: narrowed(client.scopes, metadata.scope),
      grantTypes: metadata.grant_types ?? [],
      responseTypes: metadata.response_types,
      redirectUris: metadata.redirect_uris,
      metadata: { ...extraMetadata({ ...metadata, lifetime }) },
    },
  }
}

async function store(ctx: Ctx, client: Registered, { data }: Change): Promise<Registered> {
  return ctx.db.$transaction(async tx => {
    const [updated] = await tx.client.updateManyAndReturn({
      where: { id: client.id },
      data,
      select: REGISTERED_SELECT,
    })
    if (!updated) throw notRegistered()
    await record(tx, asClient(ctx, client), {
      action: 'client.update',
      object: { type: 'client', id: client.id, name: updated.name },
      organizationId: client.organizationId,
      before: factsOf(client),
      after: factsOf(updated),
    })
    return updated
  })
}

function factsOf({ name, scopes, redirectUris, authMethod }: Registered) {
  return { name, scopes, redirectUris, authMethod }
}
