import { createRoute, z } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { fetchSsaJwt } from '@/lib/ssa/fetch-jwt'
import { noStore } from '../answer'
import { part, serve } from '../call'
import { json } from '../describe'
import { clientCall } from './call'
import { INVALID_JTI, REFUSALS, SECURITY, TAGS, tokenSchema } from './describe'

const route = createRoute({
  method: 'get',
  path: `${ENDPOINTS.ssa}/jwt`,
  operationId: 'getSsaJwt',
  tags: TAGS,
  security: SECURITY,
  summary: 'Get the JWT of an SSA',
  description: 'The bytes that were issued; a one-time SSA is not used up. Needs `ssa.admin`.',
  request: { query: z.object({ jti: z.string() }) },
  responses: { 200: json(tokenSchema, 'The JWT of a live SSA.'), 400: INVALID_JTI, ...REFUSALS },
})

export const ssaJwtEndpoint = part()

serve(ssaJwtEndpoint, route, async c => {
  const ctx = await clientCall(c)
  return noStore(await fetchSsaJwt(ctx, { jti: c.req.query('jti') ?? '' }))
})
