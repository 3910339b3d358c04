import type { OrgCtx } from '@/lib/context'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { type IssueSsaFields, issueSsaSchema } from '@/lib/ssa/schema'

export const LICENSE_SCOPES = [
  'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly',
  'https://jans.io/oauth/jans-auth-server/config/license',
]

/** A statement that a member issued, and its JWT. */
export async function newStatement(
  ctx: OrgCtx,
  change: Partial<IssueSsaFields> = {},
): Promise<{ jti: string; jwt: string }> {
  const { jti } = await issueSsa(ctx, issueSsaSchema.parse({ softwareId: crypto.randomUUID(), ...change }))
  return { jti, ...(await revealSsa(ctx, { jti })) }
}

/** A POST of JSON. */
export function jsonOf(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

/** A POST of a form. */
export function formOf(
  fields: Record<string, string> | string[][],
  headers: Record<string, string> = {},
): RequestInit {
  return { method: 'POST', headers, body: new URLSearchParams(fields) }
}

/** Credentials by HTTP Basic, both halves percent-encoded (RFC 6749 §2.3.1). */
export function basic({ client_id, client_secret }: Credentials): { authorization: string } {
  const text = `${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` }
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` }
}

export interface Credentials {
  client_id: string
  client_secret: string
}
