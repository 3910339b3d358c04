import { describe, expect, test } from 'vitest'
import { decodeJwt } from './decode'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('taking a JWT apart', () => {
  test('gives header, claims, signature and what the signature covers', () => {
    const [header, claims] = [part({ alg: 'RS256' }), part({ software_id: 'Škoda 🚗', n: 1 })]
    expect(decodeJwt(`${header}.${claims}.AQID`)).toEqual({
      header: { alg: 'RS256' },
      claims: { software_id: 'Škoda 🚗', n: 1 },
      signature: Uint8Array.of(1, 2, 3),
      signingInput: `${header}.${claims}`,
    })
  })

  test.each([
    ['nothing', ''],
    ['two segments', `${part({})}.${part({})}`],
    ['five segments, as an encrypted token has', 'a.b.c.d.e'],
    ['claims that are no JSON', `${part({})}.AAAA.AQID`],
    ['claims that are an array', `${part({})}.${part([1])}.AQID`],
    ['padding', `${part({})}.${part({})}.AQ==`],
    ['a line break at the end', `${part({})}.${part({})}.AQID\n`],
  ])('refuses %s', (_what, jwt) => {
    expect(decodeJwt(jwt)).toBeNull()
  })
})
