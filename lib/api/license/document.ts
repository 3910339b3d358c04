import { createRoute, z } from '@hono/zod-openapi'
import { publishedLicenseKeys } from '@/lib/keys/published'
import { licenseDocument } from '@/lib/licenses/document'
import { runtime } from '@/lib/runtime'
import { NO_STORE } from '../answer'
import { part, serve } from '../call'
import { clientCtx } from '../client-ctx'
import { KEY_SET, sendKeySet } from '../jwks'
import { licenseQuery, licenseQuerySchema, licenseRoutes } from './describe'

export const LICENSE_JWKS_PATH = '/v1/license/jwks'

/** The signed license, for sites that cannot ask, and the keys to check it with. */
export const licenseDocuments = part()

const routes = licenseRoutes({
  method: 'get',
  path: '/document',
  operationId: 'licenseDocument',
  summary: 'Download the signed license',
  description: 'The license in force as a JWT (ES256) that can be checked without asking.',
  request: { query: licenseQuerySchema },
  ok: {
    description: 'The license document.',
    content: {
      'application/jwt': { schema: z.string().openapi({ example: 'eyJ0eXAiOiJsaWNlbnNlK2p3dCIs…' }) },
    },
  },
})

for (const route of routes) {
  serve(licenseDocuments, route, async c => {
    const ctx = await clientCtx(c, 'license')
    const { jwt, fileName } = await licenseDocument(ctx, licenseQuery(c))
    const disposition = { 'content-disposition': `attachment; filename="${fileName}"` }
    return c.body(jwt, 200, { ...NO_STORE, ...disposition, 'content-type': 'application/jwt' })
  })
}

const jwks = createRoute({
  method: 'get',
  path: LICENSE_JWKS_PATH,
  operationId: 'licenseJwks',
  tags: ['License'],
  summary: 'Public keys of license documents',
  description: 'A key set of its own (RFC 7517 §5): nothing else is signed with these keys.',
  responses: {
    200: KEY_SET,
  },
})

serve(licenseDocuments, jwks, async c => {
  const { db, clock } = runtime()
  return sendKeySet(c, await publishedLicenseKeys(db, clock))
})
