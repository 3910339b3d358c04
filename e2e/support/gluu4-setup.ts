import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'

/** How the stand-in reaches the portal, and the host that it is installed on. */
interface Surroundings {
  send(url: string, init?: RequestInit): Promise<Response>
  now(): Date
  issuer: string
  /** Serves the license API. */
  apiHost: string
  hostname: string
}

const SCOPE = 'https://jans.io/oauth/jans-auth-server/config/license'
const PRODUCT = 'gluu4'
/** Seconds that a statement must still be good for. */
const AHEAD = 10 * 60

const clientSchema = z.object({ client_id: z.string(), client_secret: z.string() })
const tokenSchema = z.object({ access_token: z.string() })
const licenseSchema = z.object({ licenseKey: z.string() })

/**
 * A stand-in for the setup of Gluu Server 4, written from the wire contract (§1.4 E, §3): checks the statement, registers,
 * then fetches, checks and activates. Resolves to the license key; rejects with what it would print.
 */
export async function setUpGluu4(around: Surroundings, ssa: string): Promise<string> {
  const { org_id: orgId, fqdn } = await checkSsa(around, ssa)
  const client = clientSchema.parse(
    await post(around, `${around.issuer}/jans-auth/restv1/register`, {
      body: {
        software_statement: ssa.trim(),
        redirect_uris: [around.issuer],
        grant_types: ['client_credentials'],
        lifetime: 86_400,
        client_name: 'mbclient',
      },
    }),
  )
  const headers = { authorization: `Bearer ${await tokenOf(around, client)}` }
  // Unencoded, as the setup writes it.
  const query = `org_id=${orgId}&productCode=${PRODUCT}&fqdn=${fqdn}`
  const found = await answer(around.send(`${around.apiHost}/v1/license/fetch?${query}`, { headers }))
  const { licenseKey } = licenseSchema.parse(found)
  const body = { licenseKey, hardwareId: fqdn, productCode: PRODUCT }
  for (const step of ['check', 'activation'])
    await post(around, `${around.apiHost}/v1/license/${step}`, { body, headers })
  return licenseKey
}

const claimsSchema = z.object({ software_id: z.string(), org_id: z.string(), fqdn: z.string() })

async function checkSsa({ send, now, issuer, hostname }: Surroundings, ssa: string) {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jans-auth/restv1/jwks`), { [customFetch]: send })
  const options = { algorithms: ['RS256'], issuer, requiredClaims: ['exp'], currentDate: now() }
  const { payload }: { payload: JWTPayload } = await jwtVerify(ssa.trim(), keys, options)
  const left = (payload.exp ?? 0) - now().getTime() / 1000
  if (left <= AHEAD) throw new Error('SSA expired. Please get new one.')
  const claims = claimsSchema.parse(payload)
  if (claims.fqdn !== hostname) throw new Error(`The SSA is for ${claims.fqdn}.`)
  return claims
}

async function tokenOf(
  { send, issuer }: Surroundings,
  client: z.output<typeof clientSchema>,
): Promise<string> {
  const basic = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPE })
  const headers = { authorization: `Basic ${basic}` }
  const told = await answer(send(`${issuer}/jans-auth/restv1/token`, { method: 'POST', headers, body }))
  return tokenSchema.parse(told).access_token
}

interface Posted {
  body: object
  headers?: Record<string, string>
}

async function post({ send }: Surroundings, url: string, { body, headers }: Posted): Promise<unknown> {
  const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
  return answer(send(url, { ...init, body: JSON.stringify(body) }))
}

/** 200 and 201 are right; of anything else the message is told. */
async function answer(sent: Promise<Response>): Promise<unknown> {
  const response = await sent
  const body = await response.json()
  if (response.status === 200 || response.status === 201) return body
  throw new Error(String(body.message ?? body.error_description))
}
