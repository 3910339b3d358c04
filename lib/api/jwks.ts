import { OpenAPIHono } from '@hono/zod-openapi'
import { systemClock } from '@/lib/clock'
import { publishedKeys } from '@/lib/keys/published'
import { runtime } from '@/lib/runtime'

export const JWKS_PATH = '/jans-auth/restv1/jwks'

/** Seconds that verifiers may keep the key set. The next key is published long before it signs. */
const MAX_AGE = 300

/** The public keys of statements and tokens (RFC 7517 §5). */
export const jwks = new OpenAPIHono().get(JWKS_PATH, async c => {
  const keys = await publishedKeys(runtime().db, systemClock)
  return c.json(keys, 200, { 'cache-control': `public, max-age=${MAX_AGE}` })
})
