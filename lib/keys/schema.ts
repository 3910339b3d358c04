import { z } from 'zod'
import { SIGNING_ALGORITHMS } from './algorithm-names'

const keyPurposeSchema = z.enum(['SSA', 'TOKEN', 'LICENSE'])

export const signingAlgorithmSchema = z.enum(SIGNING_ALGORITHMS)
export type SigningAlgorithm = z.output<typeof signingAlgorithmSchema>

/** The public members of a signing key (RFC 7517 §4, RFC 7518 §6); anything else is dropped. */
export const jwkSchema = z.object({
  kty: z.enum(['RSA', 'EC']),
  use: z.literal('sig'),
  alg: z.string(),
  kid: z.string(),
  n: z.string().optional(),
  e: z.string().optional(),
  crv: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
})

export const rotateKeySchema = z.object({ purpose: keyPurposeSchema })
export type RotateKeyInput = z.output<typeof rotateKeySchema>
