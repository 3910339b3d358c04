/** How the stand-in reaches the portal: the network, the clock on its wall, and the host that it has for licenses. */
export interface Surroundings {
  send(url: string, init: RequestInit): Promise<Response>
  now(): Date
  /** The license host; null as in a Flex that does not know the issuer. */
  scanHost: string | null
  generation: Generation
}

/**
 * `first` (until early 2025): the old paths, asks at every page load, reads little. `cached` (2025): keeps answers for
 * thirty days, forgets the MAU at a restart. `newest` (2026): finishes retrieve and trial by itself, sends the key with
 * quotes, wants every member. The older two leave activating to the browser.
 */
export type Generation = 'first' | 'cached' | 'newest'

export interface OidcClient {
  opHost: string
  clientId: string
  clientSecret: string
}

type Json = Record<string, unknown>

/** An answer of the portal as the software keeps it: the status, and the body when it is a JSON object. */
export interface Told {
  status: number
  body: Json | null
}

const SCOPE = 'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' }

/** Registers at the issuer of the statement; null for anything but 201 with both credentials. */
export async function register(
  { send, generation }: Surroundings,
  { ssa, opHost }: { ssa: string; opHost: string },
): Promise<OidcClient | null> {
  // Strings where the standard wants arrays, but older software sends those.
  const older = generation === 'first'
  const body = {
    software_statement: ssa,
    response_types: older ? ['token'] : 'token',
    redirect_uris: older ? [opHost] : opHost,
    client_name: `admin-ui-license-client-${crypto.randomUUID()}`,
  }
  const init = { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }
  const told = await call(send, `${opHost}/jans-auth/restv1/register`, init)
  const { client_id: clientId, client_secret: clientSecret } = told?.body ?? {}
  if (told?.status !== 201 || typeof clientId !== 'string' || typeof clientSecret !== 'string') return null
  return { opHost, clientId, clientSecret }
}

/** A token for one call; null for anything but 200 with a token. */
export async function accessToken(
  { send, generation }: Surroundings,
  client: OidcClient,
): Promise<string | null> {
  const halves = [client.clientId, client.clientSecret].map(encodeURIComponent).join(':')
  const headers = { ...FORM, authorization: `Basic ${Buffer.from(halves).toString('base64')}` }
  const scope = encodeURIComponent(SCOPE)
  // Older software has a redirect_uri without a value, which goes out as one word or as none.
  const nothing = generation === 'first' ? 'null' : ''
  const form = `grant_type=client_credentials&scope=${scope}&client_id=${client.clientId}&redirect_uri=${nothing}`
  const told = await call(send, `${client.opHost}/jans-auth/restv1/token`, {
    method: 'POST',
    headers,
    body: form,
  })
  const token = told?.body?.access_token
  return told?.status === 200 && typeof token === 'string' ? token : null
}

/** One call of the license API; null when nothing answers. `org_id` goes unencoded, as the software sends it. */
export async function licenseCall(
  { send, scanHost, generation }: Surroundings,
  token: string,
  { path, body }: { path: string; body?: object },
): Promise<Told | null> {
  const prefix = generation === 'first' ? 'scan/license' : 'v1/license'
  const authorization = `Bearer ${token}`
  const url = `${scanHost}/${prefix}/${path}`
  if (!body) return call(send, url, { method: 'GET', headers: { authorization } })
  const headers = { authorization, ...JSON_TYPE }
  return call(send, url, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function call(send: Surroundings['send'], url: string, init: RequestInit): Promise<Told | null> {
  try {
    const response = await send(url, init)
    const body = await response.json().catch(() => null)
    return { status: response.status, body: isObject(body) ? body : null }
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
