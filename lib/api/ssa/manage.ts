import { createRoute, z } from '@hono/zod-openapi'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'
import { parseInput } from '@/lib/parse-input'
import { createSsa } from '@/lib/ssa/create'
import { findSsas, MOST } from '@/lib/ssa/find'
import { findSsasSchema } from '@/lib/ssa/request-schema'
import { revokeMatchingSsas } from '@/lib/ssa/revoke-matching'
import { NO_STORE, noStore } from '../answer'
import { readJson } from '../body'
import { type Call, part, serve } from '../call'
import { json, jsonBody } from '../describe'
import { clientCall, endpointOf } from './call'
import {
  INVALID_METADATA,
  INVALID_QUERY,
  listSchema,
  REFUSALS,
  requestSchema,
  SECURITY,
  TAGS,
  TOO_LARGE,
  tokenSchema,
} from './describe'
import { validate, validateRoute } from './validate'

/** Create, get and revoke; `HEAD` on the same path validates. */
export const ssaManagement = part()

const common = { path: ENDPOINTS.ssa, tags: TAGS, security: SECURITY }

const create = createRoute({
  ...common,
  method: 'post',
  operationId: 'createSsa',
  summary: 'Create an SSA',
  description:
    'Takes what Janssen takes, an expiration that is past included. Needs the scope `https://jans.io/auth/ssa.admin`.',
  request: { body: jsonBody(requestSchema) },
  responses: {
    201: json(tokenSchema, 'The statement, as the JWT to hand on.'),
    400: INVALID_METADATA,
    413: TOO_LARGE,
    ...REFUSALS,
  },
})

serve(ssaManagement, create, async c => {
  const ctx = await clientCall(c)
  return noStore(await createSsa(ctx, await readJson(c)), 201)
})

const get = createRoute({
  ...common,
  method: 'get',
  operationId: 'getSsas',
  summary: 'Get SSAs',
  description: `Live ones that fit all filters, the newest first, at most ${MOST}; a \`Link\` header leads on. Needs \`ssa.admin\`, \`ssa.portal\`, or \`ssa.developer\`, which sees only what it created.`,
  request: {
    query: z.object({
      jti: z.string().optional(),
      org_id: z.string().optional(),
      status: z.string().optional().openapi({ description: 'USED, EXPIRED or REVOKED. Absent: ACTIVE.' }),
      after: z.string().optional().openapi({ description: 'From a `Link` header.' }),
    }),
  },
  responses: {
    200: {
      ...json(listSchema, 'The statements; none is an empty list.'),
      headers: {
        Link: {
          description: 'RFC 8288, `rel="next"`: the address of the next part. Absent: this is the last.',
          schema: { type: 'string' },
        },
      },
    },
    400: INVALID_QUERY,
    ...REFUSALS,
  },
})

ssaManagement.openAPIRegistry.registerPath(validateRoute)

serve(ssaManagement, get, async c => {
  // Hono hands HEAD to GET, with nothing of the answer's body.
  if (c.req.method === 'HEAD') return validate(c)
  const ctx = await clientCall(c)
  const { list, next } = await findSsas(ctx, parseInput(findSsasSchema, c.req.query()))
  return noStore(list, 200, next ? { link: await nextLink(ctx, c, next) } : undefined)
})

const revoke = createRoute({
  ...common,
  method: 'delete',
  operationId: 'revokeSsas',
  summary: 'Revoke SSAs',
  description:
    'All that fit both filters and are neither used nor revoked; `org_id` alone revokes all of an organization. Needs `ssa.admin`.',
  request: { query: z.object({ jti: z.string().optional(), org_id: z.string().optional() }) },
  responses: {
    200: { description: 'They are revoked, and the clients registered with them stop working.' },
    406: { description: 'Neither `jti` nor `org_id` is given.' },
    422: { description: 'Nothing fits.' },
    ...REFUSALS,
  },
})

serve(ssaManagement, revoke, async c => {
  const ctx = await clientCall(c)
  const filter = { jti: c.req.query('jti') || undefined, org_id: c.req.query('org_id') || undefined }
  if (filter.jti === undefined && filter.org_id === undefined) return c.body(null, 406, EMPTY)
  const { revoked } = await revokeMatchingSsas(ctx, filter)
  return revoked === 0 ? c.body(null, 422, EMPTY) : c.body(null, 200, { ...EMPTY, ...NO_STORE })
})

/** Janssen names a type even where there is no body. */
const EMPTY = { 'content-type': 'application/json' }

/** RFC 8288: the same filters, from where this part ends. */
async function nextLink(ctx: Ctx, c: Call, after: string): Promise<string> {
  const query = new URLSearchParams({ ...c.req.query(), after })
  return `<${await endpointOf(ctx)}?${query}>; rel="next"`
}
