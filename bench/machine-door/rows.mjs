// What is measured. A row prepares its requests over the side's own HTTP interface, so that every side is asked alike.
import { httpRequest } from './load.mjs'

const BASE = '/jans-auth/restv1'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }
export const SCOPES = [
  'https://jans.io/auth/ssa.admin',
  'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly',
]
export const LICENSE_SCOPE = SCOPES[1]
const SSA = {
  software_id: 'bench',
  software_roles: ['license'],
  grant_types: ['client_credentials'],
  one_time_use: false,
}

const basicOf = ({ id, secret }) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const always = bytes => () => bytes

async function post(side, path, { headers, body, status }) {
  const answer = await fetch(`http://127.0.0.1:${side.port}${path}`, { method: 'POST', headers, body })
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text)
}

async function tokenOf(side, client) {
  const { access_token } = await post(side, `${BASE}/token`, {
    headers: { ...FORM, ...basicOf(client) },
    body: 'grant_type=client_credentials',
    status: 200,
  })
  return access_token
}

/** Of one client: everything the rows need to ask. */
export async function prepare(side, client) {
  const access_token = await tokenOf(side, client)
  const headers = { ...JSON_TYPE, authorization: `Bearer ${access_token}` }
  const body = JSON.stringify({ org_id: 'bench', ...SSA, expiration: Math.floor(Date.now() / 1000) + 86400 })
  const { ssa } = await post(side, `${BASE}/ssa`, { headers, body, status: 201 })
  const { jti } = JSON.parse(Buffer.from(ssa.split('.')[1], 'base64url'))
  return { access_token, headers, body, ssa, jti, ...(await install(side, ssa)) }
}

/** Software that registers with the statement and activates the license of its organization, a trial. */
async function install(side, ssa) {
  const body = JSON.stringify({ software_statement: ssa, redirect_uris: 'https://flex.example' })
  const registered = await post(side, `${BASE}/register`, { headers: JSON_TYPE, body, status: 201 })
  const client = { id: registered.client_id, secret: registered.client_secret }
  const installed = { ...JSON_TYPE, authorization: `Bearer ${await tokenOf(side, client)}` }
  const ask = (path, given) =>
    post(side, `/v1/license/${path}`, {
      headers: installed,
      body: JSON.stringify(given),
      status: 200,
    })
  const { license: licenseKey } = await ask('trial', { hardwareId: 'bench' })
  await ask('activate', { licenseKey, hardwareId: 'bench' })
  return { installed, licenseKey }
}

export const ROWS = {
  token: (_side, { client }) => {
    const body = `grant_type=client_credentials&scope=${encodeURIComponent(LICENSE_SCOPE)}`
    return {
      expect: 200,
      request: always(
        httpRequest('POST', `${BASE}/token`, { headers: { ...FORM, ...basicOf(client) }, body }),
      ),
    }
  },
  registration: (_side, { prepared }) => {
    const body = JSON.stringify({
      software_statement: prepared.ssa,
      response_types: 'token',
      redirect_uris: 'https://flex.example',
      client_name: 'bench',
    })
    return {
      expect: 201,
      request: always(httpRequest('POST', `${BASE}/register`, { headers: JSON_TYPE, body })),
    }
  },
  'validate (reusable)': (_side, { prepared }) => ({
    expect: 200,
    head: true,
    request: always(httpRequest('HEAD', `${BASE}/ssa`, { headers: { jti: prepared.jti } })),
  }),
  'validate (one-time)': async (side, { seedOneTime, seconds }) => {
    const jtis = await seedOneTime(Math.ceil(seconds * 12_000))
    const path = side.name === 'limit' ? `${BASE}/ssa?once` : `${BASE}/ssa`
    return {
      expect: 200,
      head: true,
      request: n => (n < jtis.length ? httpRequest('HEAD', path, { headers: { jti: jtis[n] } }) : null),
    }
  },
  'GET /ssa?jti': (_side, { prepared }) => ({
    expect: 200,
    request: always(httpRequest('GET', `${BASE}/ssa?jti=${prepared.jti}`, { headers: prepared.headers })),
  }),
  'POST /ssa': (_side, { prepared }) => ({
    expect: 201,
    request: always(httpRequest('POST', `${BASE}/ssa`, prepared)),
  }),
  introspection: (_side, { client, prepared }) => ({
    expect: 200,
    request: always(
      httpRequest('POST', `${BASE}/introspection`, {
        headers: { ...FORM, ...basicOf(client) },
        body: `token=${prepared.access_token}`,
      }),
    ),
  }),
  isActive: (_side, { prepared: { installed, licenseKey } }) => {
    const body = JSON.stringify({ licenseKey, hardwareId: 'bench' })
    return {
      expect: 200,
      request: always(httpRequest('POST', '/v1/license/isActive', { headers: installed, body })),
    }
  },
  retrieve: (_side, { prepared: { installed } }) => ({
    expect: 200,
    request: always(httpRequest('GET', '/v1/license/retrieve?org_id=bench', { headers: installed })),
  }),
}

/** Rows that also tell what callers wait for at half load. */
export const CALM = ['isActive', 'retrieve']

/** The rows that oidc-provider has too, at its own addresses. */
export const PEER_ROWS = {
  token: ({ client }) => {
    const body = 'grant_type=client_credentials&scope=license'
    return {
      expect: 200,
      request: always(httpRequest('POST', '/token', { headers: { ...FORM, ...basicOf(client) }, body })),
    }
  },
  registration: ({ statement }) => {
    const body = JSON.stringify({ software_statement: statement, scope: 'license', client_name: 'bench' })
    return { expect: 201, request: always(httpRequest('POST', '/reg', { headers: JSON_TYPE, body })) }
  },
  introspection: ({ client, token }) => ({
    expect: 200,
    request: always(
      httpRequest('POST', '/token/introspection', {
        headers: { ...FORM, ...basicOf(client) },
        body: `token=${token}`,
      }),
    ),
  }),
}

/** A client and an opaque token of the peer. */
export async function preparePeer(side, statement) {
  const registered = await post(side, '/reg', {
    headers: JSON_TYPE,
    body: JSON.stringify({ software_statement: statement, scope: 'license', client_name: 'bench' }),
    status: 201,
  })
  const client = { id: registered.client_id, secret: registered.client_secret }
  const { access_token: token } = await post(side, '/token', {
    headers: { ...FORM, ...basicOf(client) },
    body: 'grant_type=client_credentials&scope=license',
    status: 200,
  })
  return { client, token, statement }
}
