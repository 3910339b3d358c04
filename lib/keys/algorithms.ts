import { constants, type SignKeyObjectInput } from 'node:crypto'
import type { KeyPurpose } from '@/lib/generated/prisma/client'
import type { SigningAlgorithm } from './schema'

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
