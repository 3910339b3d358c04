import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { signingAlgorithmSchema } from '@/lib/keys/schema'
import { checkSignature } from './check-signature'

/** A signed JWT and the key set that its key is published in, beside a stranger's. */
async function signed(alg = 'RS256') {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  const jwt = await new SignJWT({ software_id: 'App' })
    .setProtectedHeader({ alg, kid: 'k1' })
    .sign(privateKey)
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg }
  return { jwt, key, keys: [{ kid: 'k0', kty: 'EC', alg: 'ES256' }, key] }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('checking a signature against the published keys', () => {
  test.each(signingAlgorithmSchema.options)(
    'accepts what a key for %s has signed, and names the key',
    async alg => {
      const { jwt, keys } = await signed(alg)
      expect(await checkSignature(jwt, keys)).toEqual({ valid: true, kid: 'k1' })
    },
  )

  test('refuses changed claims', async () => {
    const { jwt, keys } = await signed()
    const [header, , signature] = jwt.split('.')
    const forged = `${header}.${part({ software_id: 'Other' })}.${signature}`
    expect(await checkSignature(forged, keys)).toEqual({ valid: false, code: 'BAD_SIGNATURE' })
  })

  test('refuses a key that is not published, also when the header brings its own', async () => {
    const { jwt, key, keys } = await signed()
    const [, claims, signature] = jwt.split('.')
    const own = `${part({ alg: 'RS256', kid: 'mine', jwk: key })}.${claims}.${signature}`
    expect(await checkSignature(jwt, [])).toEqual({ valid: false, code: 'UNKNOWN_KEY' })
    expect(await checkSignature(own, keys)).toEqual({ valid: false, code: 'UNKNOWN_KEY' })
  })

  test.each(['none', 'HS256', 'ES256'])('refuses the algorithm %s, which the key is not for', async alg => {
    const { jwt, keys } = await signed()
    const [, claims, signature] = jwt.split('.')
    const other = `${part({ alg, kid: 'k1' })}.${claims}.${signature}`
    expect(await checkSignature(other, keys)).toEqual({ valid: false, code: 'OTHER_ALGORITHM' })
  })

  test('refuses what is no JWT', async () => {
    expect(await checkSignature('not a token', [])).toEqual({ valid: false, code: 'MALFORMED' })
  })
})
