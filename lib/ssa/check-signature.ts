import { type DecodedJwt, decodeJwt } from './decode'

/** A public key as the key set publishes it (RFC 7517). */
export interface PublishedKey {
  kid?: string
  alg?: string
  kty?: string
  n?: string
  e?: string
  crv?: string
  x?: string
  y?: string
}

export type SignatureVerdict =
  | { valid: true; kid: string }
  | { valid: false; code: 'MALFORMED' | 'UNKNOWN_KEY' | 'OTHER_ALGORITHM' | 'BAD_SIGNATURE' }

/** What WebCrypto calls the algorithms that keys of ours may have (RFC 7518 §3.1). */
const ALGORITHMS = new Map([
  ['RS256', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['RS384', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }],
  ['RS512', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
  ['PS256', { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }],
  ['ES256', { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' }],
  ['ES384', { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' }],
])

/**
 * Whether one of our published keys made the JWT's signature (RFC 7515 §5.2). Key and algorithm are those of the given
 * set, never what the header brings along (RFC 8725 §3.1). Needs `crypto.subtle`.
 */
export async function checkSignature(jwt: string, keys: PublishedKey[]): Promise<SignatureVerdict> {
  const decoded = decodeJwt(jwt)
  if (!decoded) return { valid: false, code: 'MALFORMED' }
  const key = keys.find(each => each.kid === decoded.header.kid)
  if (!key?.kid) return { valid: false, code: 'UNKNOWN_KEY' }
  if (key.alg !== decoded.header.alg) return { valid: false, code: 'OTHER_ALGORITHM' }
  const valid = await verify(decoded, key)
  return valid ? { valid, kid: key.kid } : { valid, code: 'BAD_SIGNATURE' }
}

async function verify({ signature, signingInput }: DecodedJwt, key: PublishedKey): Promise<boolean> {
  const algorithm = ALGORITHMS.get(key.alg ?? '')
  if (!algorithm) throw new Error(`Keys with the algorithm ${key.alg} are not known here.`)
  const { kty, n, e, crv, x, y } = key
  const jwk = { kty, n, e, crv, x, y }
  const opened = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm, opened, signature, new TextEncoder().encode(signingInput))
}
