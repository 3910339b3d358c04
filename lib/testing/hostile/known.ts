import { randomUUID } from 'node:crypto'
import { createClient } from '@/lib/clients/create'
import { createInitialAccessToken } from '@/lib/clients/initial-access-token'
import { registerWithStatement } from '@/lib/clients/register'
import { initialAccessTokenSchema } from '@/lib/clients/schema'
import type { Ctx } from '@/lib/context'
import { grantCredits } from '@/lib/credits/grant'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { issueAccessToken } from '@/lib/oauth/access-token'
import type { World } from '../context'
import { enterprise, LICENSE_SCOPE, newSales } from '../licensing'
import { basic, bearer, newStatement } from '../machine'

const SSA_ADMIN = 'https://jans.io/auth/ssa.admin'
const CREDITS = 'writ:credits'

/** What somebody who uses the door rightly has, for requests that are right but for the hostile part. */
export interface Known {
  /** Values of parameters and fields, by name or by operation and name. */
  values: Record<string, unknown>
  /** The Authorization header that is right for an operation, or for all of a tag. */
  rightFor: Record<string, string>
  /** Headers that work somewhere, and others that nearly would. */
  authorizations: string[]
  /** What no answer to somebody else's mistake may say. */
  secrets: string[]
}

/** A new organization with a license, a statement, registered software, clients and tokens of every kind. */
export async function somebodyKnown(world: World): Promise<Known> {
  const owner = await world.newOrganization()
  const statement = await newStatement(owner)
  const software = await registerWithStatement(owner, statement.jwt, {})
  const license = await enterprise(await newSales(world), owner)
  const api = await apiClient(owner)
  const platform = await apiClient(world.operator)
  const billing = await apiClient(world.operator, CREDITS)
  await signUpForCredits(owner)
  await grantCredits(world.operator, {
    organizationId: owner.organization.id,
    amount: 1_000_000,
    reason: 'Hostility',
  })
  const initial = await createInitialAccessToken(
    world.operator,
    initialAccessTokenSchema.parse({ scopes: [SSA_ADMIN], uses: 10_000 }),
  )
  const softwareToken = await issueAccessToken(owner, software.client_id, [LICENSE_SCOPE])
  const secrets = [api, platform, billing]
    .flatMap(({ client_secret, token }) => [client_secret, token])
    .concat(
      softwareToken,
      initial.token,
      String(software.client_secret),
      software.registration_access_token,
      statement.jwt,
    )
  return {
    values: {
      grant_type: 'client_credentials',
      token: softwareToken,
      software_statement: statement.jwt,
      client_id: software.client_id,
      'token.client_id': api.client_id,
      'introspect.client_id': api.client_id,
      'revoke.client_id': api.client_id,
      jti: statement.jti,
      org_id: owner.organization.id,
      hardwareId: owner.organization.id,
      licenseKey: license.key,
      month: '2025-01',
      mau: 100,
      reports: [{ month: '2025-01', mau: 100 }],
      product: 'supergluu',
      // New for each request: else all but the first would be told what that one was.
      get 'Idempotency-Key'() {
        return randomUUID()
      },
    },
    rightFor: {
      OAuth: basic(api).authorization,
      'Software statements': bearer(api.token).authorization,
      License: bearer(softwareToken).authorization,
      Credits: bearer(billing.token).authorization,
      readRegistration: bearer(software.registration_access_token).authorization,
      updateRegistration: bearer(software.registration_access_token).authorization,
      deleteRegistration: bearer(software.registration_access_token).authorization,
    },
    authorizations: authorizations(secrets, [api, platform]),
    secrets,
  }
}

type ApiClient = Awaited<ReturnType<typeof apiClient>>

async function apiClient(maker: Ctx, scope = SSA_ADMIN) {
  const { client, secret } = await createClient(maker, { name: `API ${randomUUID()}`, scopes: [scope] })
  const token = await issueAccessToken(maker, client.id, [scope])
  return { client_id: client.id, client_secret: secret, token }
}

function authorizations(secrets: string[], clients: ApiClient[]): string[] {
  const bearers = secrets.flatMap(secret => [bearer(secret), bearer(`${secret.slice(0, -2)}AA`)])
  const basics = clients.flatMap(client => [basic(client), basic({ ...client, client_secret: 'wrong' })])
  return [...bearers, ...basics].map(({ authorization }) => authorization)
}
