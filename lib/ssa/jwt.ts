import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { isDeterministic } from '@/lib/keys/algorithms'
import { decodePart } from '@/lib/keys/jws'
import { signingAlgorithmSchema } from '@/lib/keys/schema'
import { type Signer, signJws } from '@/lib/keys/signer'

/** The claims of a statement (RFC 7591 §2.3, Janssen contract §2); custom attributes may stand beside them. */
export type SsaClaims = {
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

/** The protected header of every statement (RFC 7515 §4). */
export function ssaHeader({ kid, alg }: Signer) {
  return { typ: 'JWT', alg, kid }
}

const SEAL_PURPOSE = 'ssa-signature'

interface Signed {
  jwt: string
  /** What the row keeps of the signature: nothing when the same one can be made again, else the sealed bytes. */
  sealed: Uint8Array<ArrayBuffer> | null
}

/** Signs a new statement. Its signing input is kept, so that the JWT is the same whenever it is shown. */
export async function signSsa(ctx: Ctx, key: Signer, signingInput: string): Promise<Signed> {
  const signature = await signJws(ctx, key, signingInput)
  const sealed = isDeterministic(key.alg) ? null : ctx.secrets.seal(SEAL_PURPOSE, Buffer.from(signature))
  return { jwt: `${signingInput}.${signature}`, sealed }
}

export interface StoredJwt {
  kid: string
  signingInput: string
  signature: Uint8Array | null
}

/** The compact JWT of a stored statement: the bytes that were issued. */
export async function ssaJwt(ctx: Ctx, { kid, signingInput, signature }: StoredJwt): Promise<string> {
  const text = signature
    ? ctx.secrets.open(SEAL_PURPOSE, signature).toString()
    : await signJws(ctx, { kid, alg: headerSchema.parse(decode(signingInput, 0)).alg }, signingInput)
  return `${signingInput}.${text}`
}

const claimsSchema = z.object({ iss: z.string() })

/** The claims of a stored signing input that no column keeps. */
export function claimsIn(signingInput: string): z.output<typeof claimsSchema> {
  return claimsSchema.parse(decode(signingInput, 1))
}

const headerSchema = z.object({ alg: signingAlgorithmSchema })

function decode(signingInput: string, part: 0 | 1): unknown {
  return decodePart(signingInput.split('.')[part] ?? '')
}
