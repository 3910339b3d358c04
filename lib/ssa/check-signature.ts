import { type DecodedJwt, decodeJwt } from './decode'

/** A public key as the key set publishes it (RFC 7517). */
export interface PublishedKey {
  kid?: string
  kty?: string
  alg?: string
  n?: string
  e?: string
}

export type SignatureVerdict =
  | { valid: true; kid: string }
  | { valid: false; code: 'MALFORMED' | 'OTHER_ALGORITHM' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE' }

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/**
 * Whether one of our published keys made the JWT's signature (RFC 7515 §5.2). The algorithm is pinned to RS256, and
 * keys come from the given set alone (RFC 8725 §3.1). Needs `crypto.subtle`.
 */
export async function checkSignature(jwt: string, keys: PublishedKey[]): Promise<SignatureVerdict> {
  const decoded = decodeJwt(jwt)
  if (!decoded) return { valid: false, code: 'MALFORMED' }
  if (decoded.header.alg !== 'RS256') return { valid: false, code: 'OTHER_ALGORITHM' }
  const key = keys.find(each => each.kid === decoded.header.kid && each.alg === 'RS256')
  if (!key?.kid) return { valid: false, code: 'UNKNOWN_KEY' }
  const valid = await verify(decoded, key)
  return valid ? { valid, kid: key.kid } : { valid, code: 'BAD_SIGNATURE' }
}

async function verify(
  { signature, signingInput }: DecodedJwt,
  { kty, n, e }: PublishedKey,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, n, e }, RS256, false, ['verify'])
  return crypto.subtle.verify(RS256, key, signature, new TextEncoder().encode(signingInput))
}
