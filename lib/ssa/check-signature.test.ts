import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkSignature, type PublishedKey } from './check-signature'

let jwt: string
let keys: PublishedKey[]

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  jwt = await new SignJWT({ software_id: 'App' })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .sign(privateKey)
  keys = [
    { kid: 'token', kty: 'EC', alg: 'ES256' },
    { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' },
  ]
})

const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('checking a signature against the published keys', () => {
  test('accepts what one of the keys has signed, and names the key', async () => {
    expect(await checkSignature(jwt, keys)).toEqual({ valid: true, kid: 'k1' })
  })

  test('refuses changed claims', async () => {
    const [head, , signature] = jwt.split('.')
    const forged = `${head}.${header({ software_id: 'Other' })}.${signature}`
    expect(await checkSignature(forged, keys)).toEqual({ valid: false, code: 'BAD_SIGNATURE' })
  })

  test('refuses a key that is not published, also when the header brings its own', async () => {
    const [, claims, signature] = jwt.split('.')
    const own = { alg: 'RS256', kid: 'mine', jwk: keys[1] }
    expect(await checkSignature(jwt, [])).toEqual({ valid: false, code: 'UNKNOWN_KEY' })
    expect(await checkSignature(`${header(own)}.${claims}.${signature}`, keys)).toEqual({
      valid: false,
      code: 'UNKNOWN_KEY',
    })
  })

  test.each(['none', 'HS256', 'ES256'])('refuses the algorithm %s', async alg => {
    const [, claims, signature] = jwt.split('.')
    expect(await checkSignature(`${header({ alg, kid: 'k1' })}.${claims}.${signature}`, keys)).toEqual({
      valid: false,
      code: 'OTHER_ALGORITHM',
    })
  })

  test('refuses what is no JWT', async () => {
    expect(await checkSignature('not a token', keys)).toEqual({ valid: false, code: 'MALFORMED' })
  })
})
