import { createRoute, z } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { publishedKeys } from '@/lib/keys/published'
import { jwkSchema } from '@/lib/keys/schema'
import { runtime } from '@/lib/runtime'
import { part, serve } from './call'
import { json } from './describe'

/** Seconds that verifiers may keep the key set. The next key is published long before it signs. */
const MAX_AGE = 300

const route = createRoute({
  method: 'get',
  path: ENDPOINTS.jwks,
  operationId: 'jwks',
  tags: ['Discovery'],
  summary: 'Public keys',
  description: 'The public keys of statements and access tokens (RFC 7517 §5).',
  responses: {
    200: json(z.object({ keys: z.array(jwkSchema) }), 'The keys that sign, will sign, or signed.'),
  },
})

/** The public keys of statements and tokens (RFC 7517 §5). */
export const jwks = part()

serve(jwks, route, async c => {
  const { db, clock } = runtime()
  const keys = await publishedKeys(db, clock)
  return c.json(keys, 200, { 'cache-control': `public, max-age=${MAX_AGE}` })
})
