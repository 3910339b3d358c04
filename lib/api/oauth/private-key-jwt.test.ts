import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { formOf, jsonOf, newStatement } from '@/lib/testing/machine'
import { REGISTER, registerSoftware, TOKEN } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const ISSUER = 'https://writ.test'
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
let key: Key
let clientId: string

beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  key = pair.privateKey
  const { jwt } = await newStatement(world.owner)
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'a' }] }
  const body = { software_statement: jwt, token_endpoint_auth_method: 'private_key_jwt', jwks }
  clientId = (await (await door.call(REGISTER, jsonOf(body))).json()).client_id
})

const seconds = () => Math.floor(world.clock.now().getTime() / 1000)

interface Signed {
  claims?: JWTPayload
  header?: Record<string, unknown>
  by?: Key
}

function assertion({ claims = {}, header = {}, by = key }: Signed = {}): Promise<string> {
  const all = { iss: clientId, sub: clientId, aud: ISSUER, jti: randomUUID(), exp: seconds() + 60, ...claims }
  return new SignJWT(JSON.parse(JSON.stringify(all))).setProtectedHeader({ alg: 'ES256', ...header }).sign(by)
}

const ask = (client_assertion: string, more: Record<string, string> = {}) =>
  door.call(
    TOKEN,
    formOf({ grant_type: 'client_credentials', client_assertion_type: TYPE, client_assertion, ...more }),
  )

describe('private_key_jwt', () => {
  it.each<[string, () => JWTPayload]>([
    ['the issuer as audience', () => ({})],
    ['the endpoint as audience', () => ({ aud: `${ISSUER}${TOKEN}` })],
    ['several audiences', () => ({ aud: ['https://other.example', ISSUER] })],
    ['a clock that is a little fast', () => ({ nbf: seconds() + 10, iat: seconds() + 10 })],
  ])('takes an assertion with %s', async (_name, claims) => {
    expect((await ask(await assertion({ claims: claims() }))).status).toBe(200)
  })

  it('takes client_id beside the assertion when it is the same', async () => {
    expect((await ask(await assertion(), { client_id: clientId })).status).toBe(200)
    expect((await ask(await assertion(), { client_id: randomUUID() })).status).toBe(401)
  })

  it('takes an assertion once, even of twenty at the same time', async () => {
    const once = await assertion()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(once)))
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
    expect(answers.filter(answer => answer.status === 401)).toHaveLength(19)
  })

  it.each<[string, () => Promise<string>]>([
    ['expired by one second', () => assertion({ claims: { exp: seconds() - 1 } })],
    ['expiring now', () => assertion({ claims: { exp: seconds() } })],
    ['good for more than an hour', () => assertion({ claims: { exp: seconds() + 3601 } })],
    ['without an end', () => assertion({ claims: { exp: undefined } })],
    ['without a jti', () => assertion({ claims: { jti: undefined } })],
    ['with a jti that cannot be kept', () => assertion({ claims: { jti: 'a\0b' } })],
    ['with a jti of 300 characters', () => assertion({ claims: { jti: 'a'.repeat(300) } })],
    ['for another audience', () => assertion({ claims: { aud: 'https://other.example' } })],
    ['by another issuer', () => assertion({ claims: { iss: 'another' } })],
    ['about another client', () => assertion({ claims: { sub: randomUUID() } })],
    ['about nobody', () => assertion({ claims: { sub: undefined } })],
    ['not good yet', () => assertion({ claims: { nbf: seconds() + 600 } })],
    ['signed by another key', async () => assertion({ by: (await generateKeyPair('ES256')).privateKey })],
    ['naming a key that is not there', () => assertion({ header: { kid: '../a' } })],
    ['that is no JWT', async () => 'abc'],
    ['of five parts', async () => `${await assertion()}.a.b`],
    ['without a signature', async () => `${(await assertion()).split('.', 2).join('.')}.`],
  ])('refuses an assertion %s', async (_name, make) => {
    const response = await ask(await make())
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: 'invalid_client' })
  })

  it('refuses an assertion that a secret signed, and one that nobody did', async () => {
    const claims = { iss: clientId, sub: clientId, aud: ISSUER, jti: randomUUID(), exp: seconds() + 60 }
    const secret = new TextEncoder().encode('a'.repeat(64))
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'a' }).sign(secret)
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const none = `${encode({ alg: 'none' })}.${encode(claims)}.`
    for (const text of [hmac, none]) expect((await ask(text)).status).toBe(401)
  })

  it('is for clients with keys alone, and secrets are not for these', async () => {
    const software = await registerSoftware(door, (await newStatement(world.owner)).jwt)
    const claims = { iss: software.client_id, sub: software.client_id }
    expect((await ask(await assertion({ claims }))).status).toBe(401)
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: 'anything' }
    expect((await door.call(TOKEN, formOf(form))).status).toBe(401)
  })

  it('is one way of two when a secret comes with it, or has a type of its own', async () => {
    expect((await ask(await assertion(), { client_id: clientId, client_secret: 'a' })).status).toBe(400)
    const saml = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' }
    expect((await ask(await assertion(), saml)).status).toBe(400)
  })
})
