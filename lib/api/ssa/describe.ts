import { z } from '@hono/zod-openapi'
import { json, later } from '../describe'

export const TAGS = ['Software statements']
export const SECURITY = [{ accessToken: [] }]

const errorSchema = z
  .object({
    error: z.string().openapi({ example: 'invalid_ssa_metadata' }),
    error_description: z.string().openapi({ example: 'lifetime: The lifetime must be at least one second.' }),
    reason: z.string().optional().openapi({ example: 'Invalid SSA Metadata' }),
  })
  .openapi('SsaError')

/** A refusal as the SSA endpoint tells it. */
function ssaError(description: string) {
  return json(errorSchema, description)
}

const NOT_ALLOWED = {
  description: 'No access token that works, or one without the scope.',
  headers: { 'WWW-Authenticate': { description: 'RFC 9110 §11.6.1', schema: { type: 'string' as const } } },
  content: { 'application/json': { schema: errorSchema } },
}

/** The refusals of every operation, with or without a token. */
export const OPEN_REFUSALS = {
  403: ssaError('The SSA endpoint is turned off (`access_denied`).'),
  429: later(ssaError('Too many requests from this client or address.')),
  500: ssaError('A fault on our side, or of the extension module (`unknown_error`).'),
  503: later(ssaError('The database cannot be reached (`temporarily_unavailable`).')),
}

export const REFUSALS = { 401: NOT_ALLOWED, ...OPEN_REFUSALS }

export const INVALID_METADATA = ssaError(
  'The request is not JSON, or a member cannot be (`invalid_ssa_metadata`).',
)
export const INVALID_JTI = ssaError('No live SSA has this `jti` (`invalid_jti`).')
export const INVALID_QUERY = ssaError('A parameter cannot be (`invalid_ssa_metadata`).')
export const TOO_LARGE = ssaError('The body is larger than 128 kB.')

export const tokenSchema = z
  .object({ ssa: z.string().openapi({ description: 'The compact JWT.' }) })
  .openapi('SsaToken')

const list = (description: string) =>
  z
    .union([z.array(z.string()), z.string()])
    .openapi({ description: `${description} An array, or one text with spaces.` })

/** What may be sent. The verb judges it, after the scope; every member may be absent or null. */
export const requestSchema = z
  .looseObject({
    org_id: z
      .union([z.string(), z.number()])
      .nullish()
      .openapi({ description: 'Absent: the client’s organization.' }),
    description: z.string().nullish(),
    software_id: z.string().nullish().openapi({ description: 'Absent: a random UUID.' }),
    software_roles: list('Roles, which become scopes at registration.').nullish(),
    grant_types: list('Grant types of the clients to be registered.').nullish(),
    expiration: z.union([z.number(), z.string()]).nullish().openapi({
      description: 'Seconds since 1970. Absent: as many days from now as are configured, 30 at first.',
    }),
    one_time_use: z.boolean().nullish().openapi({ description: 'Absent: true.' }),
    rotate_ssa: z.boolean().nullish().openapi({ description: 'Absent: true.' }),
    lifetime: z
      .int()
      .min(1)
      .nullish()
      .openapi({ description: 'Seconds that a client registered with it lives.' }),
  })
  .openapi('SsaRequest', {
    description: 'Configured custom attributes may stand beside these; others are ignored.',
  })

const statement = z.looseObject({
  jti: z.string(),
  iss: z.string().openapi({ description: 'The issuer: the address of this installation.' }),
  iat: z.int(),
  exp: z.int(),
  org_id: z.string(),
  software_id: z.string(),
  software_roles: z.array(z.string()),
  grant_types: z.array(z.string()),
  description: z.string(),
  one_time_use: z.boolean(),
  rotate_ssa: z.boolean(),
  lifetime: z.int().optional(),
})

export const listSchema = z
  .array(
    z.object({
      ssa: statement,
      iss: z
        .string()
        .openapi({ description: 'The client that created it; `portal` for what a person created.' }),
      created_at: z.int(),
      expiration: z.int(),
      status: z.enum(['ACTIVE', 'USED', 'EXPIRED', 'REVOKED']),
    }),
  )
  .openapi('SsaList')
