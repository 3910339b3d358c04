import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { z } from 'zod'

const member = z.string().max(2000)

/** A public key of a client (RFC 7517 §4, RFC 7518 §6); other members are dropped, private ones refused. */
const publicKey = z
  .object({
    kty: z.enum(['RSA', 'EC', 'OKP']),
    kid: z.string().max(200).optional(),
    use: z.literal('sig').optional(),
    alg: z.string().max(20).optional(),
    n: member.optional(),
    e: member.optional(),
    crv: z.enum(['P-256', 'P-384', 'Ed25519']).optional(),
    x: member.optional(),
    y: member.optional(),
    d: z.never({ error: 'Send the public key only.' }).optional(),
  })
  .transform(({ d, ...key }) => key)
  .refine(isStrong, 'This is not an RSA key of 2048 to 8192 bits, nor an EC or Ed25519 key.')

export const publicKeysSchema = z.object({ keys: z.array(publicKey).min(1).max(20) })

function isStrong(key: JsonWebKey): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key, format: 'jwk' })
    const bits = asymmetricKeyDetails?.modulusLength ?? 0
    return asymmetricKeyType !== 'rsa' || (bits >= 2048 && bits <= 8192)
  } catch {
    return false
  }
}
