/** A JSON value as a part of a compact JWS (RFC 7515 §7.1). */
export function encodePart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The JSON value that a part of a compact JWS holds, unchecked. Throws SyntaxError for any other text. */
export function decodePart(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}

/** What a signature covers (RFC 7515 §5.1). */
export function signingInputOf(header: object, claims: object): string {
  return `${encodePart(header)}.${encodePart(claims)}`
}

/** The bytes of a signature in base64url; null for any other spelling of them, which a lenient decoder would take. */
export function signatureBytes(signature: string): Buffer | null {
  const bytes = Buffer.from(signature, 'base64url')
  return bytes.toString('base64url') === signature ? bytes : null
}
