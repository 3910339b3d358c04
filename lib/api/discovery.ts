import { createRoute, z } from '@hono/zod-openapi'
import { SCOPES } from '@/lib/access/scopes'
import { AUTH_METHODS, GRANT_TYPES } from '@/lib/clients/metadata'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'
import { ASSERTION_ALGORITHMS } from '@/lib/oauth/client-assertion'
import { callCtx, part, serve } from './call'
import { json } from './describe'
import { LICENSE_JWKS_PATH } from './license/document'
import { endpointOf } from './ssa/call'

const GUIDE_PATH = '/docs/api'

/** OpenID Connect Discovery 1.0 §4, RFC 8414 §3, and the address under Janssen's path. */
const ADDRESSES = {
  openidConfiguration: '/.well-known/openid-configuration',
  authorizationServer: '/.well-known/oauth-authorization-server',
  janssenConfiguration: '/jans-auth/.well-known/openid-configuration',
}

const metadataSchema = z
  .object({ issuer: z.string(), token_endpoint: z.string(), jwks_uri: z.string(), ssa_endpoint: z.string() })
  .loose()
  .openapi('ServerMetadata', { description: 'RFC 8414 §2' })

export const discovery = part()

for (const [operationId, path] of Object.entries(ADDRESSES)) {
  const route = createRoute({
    method: 'get',
    path,
    operationId,
    tags: ['Discovery'],
    summary: 'Where everything is',
    description: 'The endpoints and what they support. Three addresses say the same.',
    responses: { 200: json(metadataSchema, 'The metadata of this server.') },
  })
  serve(discovery, route, async c =>
    c.json(await serverMetadata(callCtx(c)), 200, { 'cache-control': 'public, max-age=300' }),
  )
}

/** RFC 8414 §2, with `ssa_endpoint` as Janssen has it. */
async function serverMetadata(ctx: Ctx) {
  const { issuer, db } = ctx
  const { ssaMapSoftwareRolesToScopes } = await ssaConfiguration(db)
  const scopes = [...Object.keys(SCOPES), ...Object.values(ssaMapSoftwareRolesToScopes).flat()]
  return {
    issuer,
    jwks_uri: `${issuer}${ENDPOINTS.jwks}`,
    token_endpoint: `${issuer}${ENDPOINTS.token}`,
    registration_endpoint: `${issuer}${ENDPOINTS.register}`,
    introspection_endpoint: `${issuer}${ENDPOINTS.introspection}`,
    revocation_endpoint: `${issuer}${ENDPOINTS.revocation}`,
    license_jwks_uri: `${issuer}${LICENSE_JWKS_PATH}`,
    ssa_endpoint: await endpointOf(ctx),
    service_documentation: `${issuer}${GUIDE_PATH}`,
    scopes_supported: [...new Set(scopes)],
    response_types_supported: [],
    grant_types_supported: GRANT_TYPES,
    subject_types_supported: ['public'],
    ...authentication('token'),
    ...authentication('introspection'),
    ...authentication('revocation'),
  }
}

function authentication(endpoint: string) {
  return {
    [`${endpoint}_endpoint_auth_methods_supported`]: AUTH_METHODS,
    [`${endpoint}_endpoint_auth_signing_alg_values_supported`]: ASSERTION_ALGORITHMS,
  }
}
