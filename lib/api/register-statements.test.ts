import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { base64url, decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { revokeSsa } from '@/lib/ssa/revoke'
import type { IssueSsaFields } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { bearer, jsonOf, newStatement } from '@/lib/testing/machine'
import { portOf } from '@/lib/testing/port-of'
import { accessToken, REGISTER, registerSoftware } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const statement = (change: Partial<IssueSsaFields> = {}) => newStatement(world.owner, change)

describe('a statement that registration refuses', () => {
  async function refuse(software_statement: unknown, description: string | RegExp) {
    const response = await door.call(REGISTER, jsonOf({ software_statement }))
    expect(response.status).toBe(400)
    const body = await response.json()
    expect(body).toEqual({ error: 'invalid_software_statement', error_description: expect.any(String) })
    expect(body.error_description).toMatch(description)
  }
  const NOT_OURS = 'The software statement was not issued here.'
  const NO_JWT = 'The software statement is not a signed JWT.'

  it('is revoked', async () => {
    const { jti, jwt } = await statement()
    await revokeSsa(world.owner, { jti })
    await refuse(jwt, 'The software statement was revoked.')
  })

  it('is expired by one second, or by none', async () => {
    const expiresAt = new Date((Math.floor(world.clock.now().getTime() / 1000) + 60) * 1000)
    const { jwt } = await statement({ expiresAt })
    const now = world.clock.now()
    world.clock.set(new Date(expiresAt.getTime() - 1000))
    await registerSoftware(door, jwt)
    for (const late of [0, 1000]) {
      world.clock.set(new Date(expiresAt.getTime() + late))
      await refuse(jwt, 'The software statement has expired.')
    }
    world.clock.set(now)
  })

  it.each([7, true, {}, []])('is %j', async value => refuse(value, NO_JWT))
  it.each(['', 'abc', 'a.b', 'a.b.c.d.e', '..', 'e30.e30.'])('is %j', value => refuse(value, NO_JWT))

  it('is far too long', async () => refuse(`${'a'.repeat(40_000)}.b.c`, NO_JWT))

  it('has another last character, in the signature or in the spelling of the same bytes', async () => {
    const { jwt } = await statement()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const other of alphabet.replace(jwt.at(-1) ?? '', ''))
      await refuse(jwt.slice(0, -1) + other, NOT_OURS)
  })

  it('says something else than we signed', async () => {
    const { jwt } = await statement()
    const [header = '', payload = '', signature] = jwt.split('.')
    const claims = { ...decodeJwt(jwt), software_roles: ['license', 'everything'] }
    const head = decodeProtectedHeader(jwt)
    const encode = (value: unknown) => base64url.encode(JSON.stringify(value))
    await refuse(`${header}.${encode(claims)}.${signature}`, NOT_OURS)
    for (const more of [
      { jku: 'http://127.0.0.1:1/' },
      { x5u: 'http://127.0.0.1:1/' },
      { jwk: { kty: 'oct', k: 'AAAA' } },
      { kid: '../../etc/passwd' },
      { kid: `'; DROP TABLE ssa; --"` },
      { kid: 'k'.repeat(10_000) },
    ]) {
      await refuse(`${encode({ ...head, ...more })}.${payload}.${signature}`, NOT_OURS)
    }
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      await refuse(`${encode({ alg, typ: 'JWT' })}.${payload}.`, NO_JWT)
      await refuse(`${encode({ alg, typ: 'JWT' })}.${payload}.AA`, NOT_OURS)
    }
  })

  it('has a header that points elsewhere, where nobody ever comes to look', async () => {
    let visits = 0
    const elsewhere = createServer((_request, response) => {
      visits += 1
      response.end('{"keys":[]}')
    })
    await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${portOf(elsewhere.address())}/`
    const { jwt } = await statement()
    const [, payload, signature] = jwt.split('.')
    const header = { ...decodeProtectedHeader(jwt), jku: url, x5u: url }
    await refuse(`${base64url.encode(JSON.stringify(header))}.${payload}.${signature}`, NOT_OURS)
    const keysElsewhere = { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: url }
    const more = { ...keysElsewhere, client_uri: url, logo_uri: url, redirect_uris: [url] }
    await door.call(REGISTER, jsonOf({ software_statement: jwt, ...more }))
    await registerSoftware(door, jwt, { jwks_uri: url, client_uri: url, logo_uri: url, redirect_uris: [url] })
    elsewhere.close()
    expect(visits).toBe(0)
  })

  it('is signed by somebody else, or by the public key as a secret', async () => {
    const { jwt } = await statement()
    const claims = decodeJwt(jwt)
    const { kid = '' } = decodeProtectedHeader(jwt)
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(other)
    await refuse(forged, NOT_OURS)
    const jwks = await (await door.call('/jans-auth/restv1/jwks')).json()
    const published = JSON.stringify(jwks.keys.find((key: { kid: string }) => key.kid === kid))
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
      .sign(new TextEncoder().encode(published))
    await refuse(hmac, NOT_OURS)
    const foreign = { ...claims, iss: 'https://evil.example' }
    await refuse(await new SignJWT(foreign).setProtectedHeader({ alg: 'RS256', kid }).sign(other), NOT_OURS)
  })

  it('is an access token; and a statement is no access token', async () => {
    const { jwt } = await statement()
    const token = await accessToken(door, await registerSoftware(door, jwt))
    await refuse(token, NOT_OURS)
    const response = await door.call(REGISTER, jsonOf({}, bearer(jwt)))
    expect(response.status).toBe(401)
  })
})
