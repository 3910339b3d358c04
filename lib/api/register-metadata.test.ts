import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { jsonOf, newStatement } from '@/lib/testing/machine'
import { REGISTER } from '@/lib/testing/software'

const world = testWorld()
const door = testDoor(world)
const register = async (more: object) => {
  const { jwt } = await newStatement(world.owner)
  return door.call(REGISTER, jsonOf({ software_statement: jwt, ...more }))
}

describe('metadata that registration refuses', () => {
  const privateJwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const weakJwk = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  const keys = { token_endpoint_auth_method: 'private_key_jwt' }
  it.each([
    ['no auth method', { token_endpoint_auth_method: 'none' }],
    ['a secret that signs', { token_endpoint_auth_method: 'client_secret_jwt' }],
    ['keys elsewhere', { ...keys, jwks_uri: 'http://127.0.0.1:1/' }],
    ['private keys', { ...keys, jwks: { keys: [privateJwk] } }],
    ['weak keys', { ...keys, jwks: { keys: [weakJwk] } }],
    ['secret keys', { ...keys, jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } }],
    ['no keys', { ...keys, jwks: { keys: [] } }],
    ['a name that is a number', { client_name: 7 }],
    ['a name with a line break', { client_name: 'a\nb' }],
    ['a name with U+0000', { client_name: 'a\0b' }],
    ['a name with half a character', { client_name: 'a\ud800b' }],
    ['a page that is a script', { client_uri: 'javascript:alert(1)' }],
    ['contacts that are objects', { contacts: [{}] }],
    ['a scope that is a list', { scope: ['a'] }],
    ['members nested too deeply', { contacts: JSON.parse('['.repeat(60) + ']'.repeat(60)) }],
  ])('refuses %s with invalid_client_metadata', async (_name, more) => {
    const response = await register(more)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'invalid_client_metadata',
      error_description: expect.stringMatching(/\.$/),
    })
  })

  it('says in words what a member must be', async () => {
    const response = await register({ client_name: 7 })
    expect(await response.json()).toMatchObject({
      error_description: 'client_name: This must be of the type string.',
    })
  })

  it.each([0, -1])('takes a lifetime of %j for a client that never expires', async lifetime => {
    const response = await register({ lifetime })
    expect(response.status).toBe(201)
    const { lifetime: told, client_secret_expires_at: end } = await response.json()
    expect([told, end]).toEqual([undefined, 0])
  })

  it.each([1e12, 1.5, 'abc', true, {}])('refuses a lifetime of %j', async lifetime => {
    const response = await register({ lifetime })
    expect(await response.json()).toMatchObject({ error: 'invalid_client_metadata' })
  })

  it.each(['javascript:alert(1)', '/relative', 'https://a.example/#fragment', 7, {}])(
    'refuses the redirect URI %j',
    async uri => {
      const response = await register({ redirect_uris: [uri] })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: 'invalid_redirect_uri' })
    },
  )
})
