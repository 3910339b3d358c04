import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import { type RetrieveLicenseInput, retrieveLicenseSchema } from '@/lib/licenses/schema'
import { parseInput } from '@/lib/parse-input'
import type { Call } from '../call'
import { json, later } from '../describe'
import { errorSchema } from './answer'

/** Current installed software calls under the first, older software under the second. */
const PREFIXES = ['/v1/license', '/scan/license'] as const

const refusal = (description: string) => json(errorSchema, description)

const REFUSALS = {
  401: refusal('The access token does not work (the body says 422).'),
  402: refusal('There is no license in force.'),
  404: refusal('The license key is not known.'),
  409: refusal('There is a license, but not one in force; or no trial to be had.'),
  422: refusal('The request is not valid, or the token lacks the scope.'),
  429: later(refusal('Too many requests from this client or address.')),
  500: refusal('A fault on our side.'),
  503: later(refusal('The database cannot be reached.')),
}
const TOO_LARGE = { 413: refusal('The body is larger than 128 kB.') }

export interface Operation {
  method: 'get' | 'post' | 'put'
  path: string
  operationId: string
  summary: string
  description: string
  request: RouteConfig['request']
  ok: RouteConfig['responses'][string]
}

/** The route of an operation under each prefix, for the OpenAPI document. */
export function licenseRoutes({ path, operationId, ok, ...rest }: Operation): RouteConfig[] {
  return PREFIXES.map((prefix, index) =>
    createRoute({
      ...rest,
      path: `${prefix}${path}`,
      operationId: index === 0 ? operationId : `${operationId}Scan`,
      tags: ['License'],
      deprecated: index > 0,
      security: [{ accessToken: [] }],
      responses: { 200: ok, ...REFUSALS, ...(rest.request?.body && TOO_LARGE) },
    }),
  )
}

const { organizationId: org_id, productCode, fqdn } = retrieveLicenseSchema.shape

/** What the GET operations take. */
export const licenseQuerySchema = z.object({ org_id, productCode, fqdn })

/** The license that the query of a GET operation is about; what is empty there is absent. */
export function licenseQuery(c: Call): RetrieveLicenseInput {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  const { org_id: organizationId, ...wanted } = parseInput(licenseQuerySchema, Object.fromEntries(given))
  return { organizationId, ...wanted }
}
