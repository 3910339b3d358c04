/** A JSON object inside a JWT. */
type JwtPart = Record<string, unknown>

export interface DecodedJwt {
  header: JwtPart
  claims: JwtPart
  signature: Uint8Array<ArrayBuffer>
  /** What the signature covers (RFC 7515 §5.1). */
  signingInput: string
}

/** Takes a compact JWS apart (RFC 7515 §7.1) without judging it; null when it is none. Runs in browsers too. */
export function decodeJwt(jwt: string): DecodedJwt | null {
  const [header, claims, signature, ...rest] = jwt.split('.')
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0) return null
  try {
    return {
      header: jsonObject(header),
      claims: jsonObject(claims),
      signature: bytes(signature),
      signingInput: `${header}.${claims}`,
    }
  } catch {
    return null
  }
}

function jsonObject(segment: string): JwtPart {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes(segment)))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object')
  return { ...value }
}

/** Strict base64url (RFC 7515 §2): no padding, no other alphabet. Throws for anything else. */
function bytes(segment: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(segment)) throw new TypeError('not base64url')
  const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, character => character.charCodeAt(0))
}
