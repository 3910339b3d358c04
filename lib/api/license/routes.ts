import { z } from '@hono/zod-openapi'
import type { Ctx } from '@/lib/context'
import { noteLicenseCall } from '@/lib/credits/license-calls'
import { activateLicense } from '@/lib/licenses/activate'
import { type CheckedLicense, checkLicense } from '@/lib/licenses/check'
import type { LicenseFacts } from '@/lib/licenses/hot'
import { told } from '@/lib/licenses/judge'
import { retrieveLicense } from '@/lib/licenses/retrieve'
import { licenseKeySchema, startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { parseInput } from '@/lib/parse-input'
import { noStore } from '../answer'
import { readJson } from '../body'
import { type Call, part, serve } from '../call'
import { clientCtx } from '../client-ctx'
import { json, jsonBody } from '../describe'
import * as answer from './answer'
import { licenseQuery, licenseQuerySchema, licenseRoutes, type Operation } from './describe'

/** The license API (license contract §1.4), each operation under both prefixes. */
export const license = part()

const IN_FORCE = { valid: true, code: 'VALID' } as const

operation(
  {
    method: 'post',
    path: '/isActive',
    operationId: 'licenseIsActive',
    summary: 'Ask whether a license may be used',
    description:
      'Tells the state of the license with this key, or of the one that took its place. Refused only for keys that are not known.',
    request: { body: jsonBody(licenseKeySchema) },
    ok: json(answer.licenseSchema, 'The state of the license, in force or not.'),
  },
  async (ctx, c) => answer.license(await checked(ctx, c)),
)

operation(
  {
    method: 'get',
    path: '/retrieve',
    operationId: 'licenseRetrieve',
    summary: 'Fetch the license of the organization',
    description: 'The license in force, a running trial included; 402 when there is none.',
    request: { query: licenseQuerySchema },
    ok: json(answer.retrievedSchema, 'The license in force.'),
  },
  async (ctx, c) => answer.retrieved(await retrieved(ctx, c)),
)

const trialSchema = z.object({
  hardwareId: z.string().max(500).openapi({ description: 'The id of the organization.' }),
  productCode: startTrialSchema.shape.productCode,
})

operation(
  {
    method: 'post',
    path: '/trial',
    operationId: 'licenseTrial',
    summary: 'Start the free trial',
    description:
      'Once in the life of an account and of an organization; the license in force, when there is one.',
    request: { body: jsonBody(trialSchema) },
    ok: json(answer.trialSchema, 'The license key.'),
  },
  async (ctx, c) => {
    const { hardwareId: organizationId, productCode } = parseInput(trialSchema, await readJson(c))
    return { license: (await startTrial(ctx, { organizationId, productCode })).key }
  },
)

operation(
  {
    method: 'post',
    path: '/activate',
    operationId: 'licenseActivate',
    summary: 'Activate a license',
    description: 'Puts the license with this key to use. Any number of installations may; again is the same.',
    request: { body: jsonBody(licenseKeySchema) },
    ok: json(answer.licenseSchema, 'The license, active.'),
  },
  async (ctx, c) => answer.license(await activated(ctx, c)),
)

operation(
  {
    method: 'get',
    path: '/fetch',
    operationId: 'licenseFetch',
    summary: 'Fetch the license of a host',
    description: 'As Gluu Server 4 asks: the license of a product for the host named by fqdn.',
    request: { query: licenseQuerySchema },
    ok: json(answer.gluu4Schema, 'The license in force.'),
  },
  async (ctx, c) => {
    const license = await retrieved(ctx, c)
    return answer.gluu4({ license, verdict: told(IN_FORCE, license) })
  },
)

operation(
  {
    method: 'post',
    path: '/check',
    operationId: 'licenseCheck',
    summary: 'Ask whether the license of a host may be used',
    description: 'As Gluu Server 4 asks: hardwareId is the host.',
    request: { body: jsonBody(licenseKeySchema) },
    ok: json(answer.gluu4Schema, 'The state of the license, in force or not.'),
  },
  async (ctx, c) => answer.gluu4(await checked(ctx, c)),
)

operation(
  {
    method: 'post',
    path: '/activation',
    operationId: 'licenseActivation',
    summary: 'Activate the license of a host',
    description: 'As Gluu Server 4 asks: hardwareId is the host.',
    request: { body: jsonBody(licenseKeySchema) },
    ok: json(answer.gluu4Schema, 'The license, active.'),
  },
  async (ctx, c) => answer.gluu4(await activated(ctx, c)),
)

/** Serves one operation under both prefixes: who calls, what it does, its answer with status 200, entered in the ledger. */
function operation(described: Operation, respond: (ctx: Ctx, c: Call) => Promise<object>): void {
  for (const route of licenseRoutes(described)) {
    serve(license, route, async c => {
      const ctx = await clientCtx(c, 'license')
      const answer = await respond(ctx, c)
      noteLicenseCall(ctx, described.path.slice(1))
      return noStore(answer)
    })
  }
}

async function retrieved(ctx: Ctx, c: Call): Promise<LicenseFacts> {
  return retrieveLicense(ctx, licenseQuery(c))
}

async function checked(ctx: Ctx, c: Call): Promise<CheckedLicense> {
  return checkLicense(ctx, parseInput(licenseKeySchema, await readJson(c)))
}

async function activated(ctx: Ctx, c: Call): Promise<CheckedLicense> {
  const license = await activateLicense(ctx, parseInput(licenseKeySchema, await readJson(c)))
  return { license, verdict: IN_FORCE }
}
