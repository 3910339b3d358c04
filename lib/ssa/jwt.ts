import type { Ctx } from '@/lib/context'
import { signRs256 } from '@/lib/keys/signer'

/** The claims of a statement (RFC 7591 §2.3, Janssen contract §2): these and no others. */
export interface SsaClaims {
  jti: string
  iss: string
  iat: number
  exp: number
  org_id: string
  software_id: string
  software_roles: string[]
  grant_types: string[]
  /** Seconds; absent when clients registered with the statement do not expire. */
  lifetime?: number
}

/** The JWS signing input (RFC 7515 §5.1): kept as it is, so that the JWT is the same whenever it is shown. */
export function ssaSigningInput(claims: SsaClaims, key: { kid: string; alg: string }): string {
  const header = { typ: 'JWT', alg: key.alg, kid: key.kid }
  return `${base64url(header)}.${base64url(claims)}`
}

/** The compact JWT of a stored statement. */
export async function ssaJwt(ctx: Ctx, row: { kid: string; signingInput: string }): Promise<string> {
  return `${row.signingInput}.${await signRs256(ctx, row.kid, row.signingInput)}`
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
