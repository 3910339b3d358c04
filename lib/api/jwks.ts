import { createRoute, z } from '@hono/zod-openapi'
import type { JSONWebKeySet } from 'jose'
import { ENDPOINTS } from '@/lib/endpoints'
import { publishedKeys } from '@/lib/keys/published'
import { jwkSchema } from '@/lib/keys/schema'
import { runtime } from '@/lib/runtime'
import { type Call, part, serve } from './call'
import { json } from './describe'

/** Seconds that verifiers may keep a key set. The next key is published long before it signs. */
const MAX_AGE = 300

/** The answer of every endpoint with public keys, for the OpenAPI document. */
export const KEY_SET = json(
  z.object({ keys: z.array(jwkSchema) }),
  'The keys that sign, will sign, or signed.',
)

export function sendKeySet(c: Call, keys: JSONWebKeySet): Response {
  return c.json(keys, 200, { 'cache-control': `public, max-age=${MAX_AGE}` })
}

const route = createRoute({
  method: 'get',
  path: ENDPOINTS.jwks,
  operationId: 'jwks',
  tags: ['Discovery'],
  summary: 'Public keys',
  description: 'The public keys of statements and access tokens (RFC 7517 §5).',
  responses: {
    200: KEY_SET,
  },
})

/** The public keys of statements and tokens (RFC 7517 §5). */
export const jwks = part()

serve(jwks, route, async c => {
  const { db, clock } = runtime()
  return sendKeySet(c, await publishedKeys(db, clock))
})
