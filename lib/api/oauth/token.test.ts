import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/clients/create'
import { deleteClient } from '@/lib/clients/delete'
import { rotateClientSecret } from '@/lib/clients/rotate-secret'
import { rotateKeys } from '@/lib/keys/rotate'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { basic, type Credentials, formOf } from '@/lib/testing/machine'
import { accessToken, isActive, TOKEN } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const GRANT = { grant_type: 'client_credentials' }
const SCOPES = ['https://jans.io/auth/ssa.admin', 'https://jans.io/auth/ssa.portal']
let client: Credentials

async function newClient(scopes = SCOPES): Promise<Credentials> {
  const made = await createClient(world.owner, { name: 'Build server', scopes })
  return { client_id: made.client.id, client_secret: made.secret }
}
const ask = (fields: Record<string, string> | string[][], headers: Record<string, string> = {}) =>
  door.call(TOKEN, formOf(fields, headers))

beforeAll(async () => {
  client = await newClient()
})

describe('the token endpoint', () => {
  it('answers client_secret_basic with exactly the members of RFC 6749, and forbids to keep it', async () => {
    const response = await ask(GRANT, basic(client))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      pragma: 'no-cache',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    expect(await response.json()).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 300,
      scope: SCOPES.join(' '),
    })
  })

  it('signs an at+jwt with ES256 that verifies with the published keys', async () => {
    const token = await accessToken(door, client)
    const jwks = await (await door.call('/jans-auth/restv1/jwks')).json()
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
      typ: 'at+jwt',
      algorithms: ['ES256'],
      currentDate: world.clock.now(),
    })
    const iat = Math.floor(world.clock.now().getTime() / 1000)
    expect(protectedHeader).toEqual({ typ: 'at+jwt', alg: 'ES256', kid: expect.stringMatching(/^token_/) })
    expect(payload).toEqual({
      iss: 'https://writ.test',
      aud: 'https://writ.test',
      sub: client.client_id,
      client_id: client.client_id,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat,
      exp: iat + 300,
      scope: SCOPES.join(' '),
    })
  })

  it.each([
    ['client_secret_post', () => ask({ ...GRANT, ...client })],
    [
      'client_id in the body beside Basic',
      () => ask({ ...GRANT, client_id: client.client_id }, basic(client)),
    ],
    ['an empty redirect_uri', () => ask({ ...GRANT, redirect_uri: '' }, basic(client))],
    ['a redirect_uri of null', () => ask({ ...GRANT, redirect_uri: 'null' }, basic(client))],
    ['an empty client_secret beside Basic', () => ask({ ...GRANT, client_secret: '' }, basic(client))],
    [
      'parameters that mean nothing here',
      () => ask({ ...GRANT, __proto__x: 'a', nonce: 'b' }, basic(client)),
    ],
  ])('takes %s', async (_name, send) => {
    expect((await send()).status).toBe(200)
  })

  it('takes Basic with every character percent-encoded', async () => {
    const all = (text: string) =>
      [...text].map(one => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')
    const credentials = `${all(client.client_id)}:${all(client.client_secret)}`
    const authorization = `basic ${Buffer.from(credentials).toString('base64')}`
    expect((await ask(GRANT, { authorization })).status).toBe(200)
  })

  it('grants what the client has of the scopes asked for, and says so', async () => {
    const [admin = ''] = SCOPES
    const response = await ask({ ...GRANT, scope: `${admin} openid` }, basic(client))
    const { scope, access_token } = await response.json()
    expect(scope).toBe(admin)
    expect(decodeJwt(access_token).scope).toBe(admin)
    const none = await ask({ ...GRANT, scope: 'openid' }, basic(client))
    expect(await none.json()).toMatchObject({ scope: '' })
  })

  const INVALID_CLIENT = 'The client is unknown, over, or its credentials are wrong.'
  it.each([
    ['a wrong secret', () => ask(GRANT, basic({ ...client, client_secret: 'writ_cs_wrong' }))],
    ['an unknown client', () => ask(GRANT, basic({ ...client, client_id: crypto.randomUUID() }))],
    ['an id that is no UUID', () => ask(GRANT, basic({ ...client, client_id: "\0' OR 1=1 --" }))],
    ['broken percent-encoding', () => ask(GRANT, { authorization: `Basic ${btoa('%zz:%zz')}` })],
    ['Basic without a colon', () => ask(GRANT, { authorization: `Basic ${btoa('abc')}` })],
  ])('answers %s with 401 invalid_client and a challenge', async (_name, send) => {
    const response = await send()
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="writ", charset="UTF-8"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ error: 'invalid_client', error_description: INVALID_CLIENT })
  })

  it.each([
    ['no credentials', () => ask(GRANT), 'Send the credentials of a client.'],
    ['an id alone', () => ask({ ...GRANT, client_id: 'a' }), 'Send the credentials of a client.'],
    [
      'another scheme',
      () => ask(GRANT, { authorization: 'Digest abc' }),
      'Send the credentials of the client by the scheme Basic.',
    ],
  ])('answers %s with 401 invalid_client', async (_name, send, error_description) => {
    const response = await send()
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: 'invalid_client', error_description })
  })

  const scope = SCOPES[0] ?? ''
  it.each([
    ['Basic and post at once', () => ask({ ...GRANT, ...client }, basic(client)), 'invalid_request'],
    ['two ids', () => ask({ ...GRANT, client_id: 'another' }, basic(client)), 'invalid_request'],
    ['a scope with quotes', () => ask({ ...GRANT, scope: 'a "b"' }, basic(client)), 'invalid_scope'],
    ['no grant type', () => ask({ scope }, basic(client)), 'invalid_request'],
    ['an empty grant type', () => ask({ grant_type: '' }, basic(client)), 'invalid_request'],
    ['password', () => ask({ grant_type: 'password' }, basic(client)), 'unsupported_grant_type'],
    [
      'a parameter twice',
      () => ask([...Object.entries(GRANT), ['scope', 'a'], ['scope', 'a']], basic(client)),
      'invalid_request',
    ],
    [
      'a parameter twice, once empty',
      () => ask([...Object.entries(GRANT), ['scope', 'a'], ['scope', '']], basic(client)),
      'invalid_request',
    ],
    [
      'JSON',
      () =>
        door.call(TOKEN, {
          ...formOf({}, basic(client)),
          body: '{}',
          headers: { ...basic(client), 'content-type': 'application/json' },
        }),
      'invalid_request',
    ],
  ])('answers %s with 400', async (_name, send, error) => {
    const response = await send()
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error, error_description: expect.stringMatching(/\.$/) })
  })

  it('answers GET with 405', async () => {
    const response = await door.call(`${TOKEN}?grant_type=client_credentials`, { headers: basic(client) })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('OPTIONS, POST')
  })

  it('takes the new secret and not the old one, once it was changed', async () => {
    const own = await newClient()
    const { secret } = await rotateClientSecret(world.owner, { id: own.client_id })
    expect((await ask(GRANT, basic(own))).status).toBe(401)
    expect((await ask(GRANT, basic({ ...own, client_secret: secret }))).status).toBe(200)
  })

  it('knows a deleted client no more, nor its tokens', async () => {
    const own = await newClient()
    const token = await accessToken(door, own)
    expect(await isActive(door, client, token)).toBe(true)
    await deleteClient(world.owner, { id: own.client_id })
    expect((await ask(GRANT, basic(own))).status).toBe(401)
    expect(await isActive(door, client, token)).toBe(false)
  })

  it('keeps its tokens good when the signing key rotates', async () => {
    const token = await accessToken(door, client)
    await rotateKeys(world.operator, { purpose: 'TOKEN' })
    expect(await isActive(door, client, token)).toBe(true)
    expect(await isActive(door, client, await accessToken(door, client))).toBe(true)
  })
})
