import { constants, type SignKeyObjectInput } from 'node:crypto'
import { z } from 'zod'
import type { KeyPurpose } from '@/lib/generated/prisma/client'

/** The algorithms (RFC 7518 §3.1) that a key of ours may sign with. */
export const signingAlgorithmSchema = z.enum(['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'])
export type SigningAlgorithm = z.output<typeof signingAlgorithmSchema>

/** What each purpose signs with at first: SSAs as Janssen does, tokens and license documents small and fast to make. */
export const FIRST_ALGORITHM: Record<KeyPurpose, SigningAlgorithm> = {
  SSA: 'RS256',
  TOKEN: 'ES256',
  LICENSE: 'ES256',
}

/** Whether signing the same bytes again gives the same signature: RSASSA-PKCS1-v1_5 does, PSS and ECDSA do not. */
export function isDeterministic(alg: SigningAlgorithm): boolean {
  return alg.startsWith('RS')
}

/** The digest that goes with it: the number in every name is that of SHA-2. */
export function digestOf(alg: SigningAlgorithm): string {
  return `sha${alg.slice(2)}`
}

type Padding = Omit<SignKeyObjectInput, 'key'>

/** What node:crypto wants besides the key: PSS with a salt of the digest's size, ECDSA as r ‖ s (RFC 7518 §3.4-3.5). */
export function paddingOf(alg: SigningAlgorithm): Padding {
  if (alg.startsWith('PS')) {
    return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  }
  return alg.startsWith('ES') ? { dsaEncoding: 'ieee-p1363' } : {}
}
