import type { Pool } from 'pg'
import { z } from 'zod'
import { jwkSchema, signingAlgorithmSchema } from '@/lib/keys/schema'

const statementRowSchema = z.object({
  jti: z.string(),
  organizationId: z.string(),
  softwareId: z.string(),
  status: z.enum(['ACTIVE', 'USED', 'REVOKED']),
  expiresAt: z.date(),
  oneTimeUse: z.boolean(),
  signingInput: z.string(),
  kid: z.string(),
  alg: signingAlgorithmSchema,
  publicJwk: jwkSchema,
})
/** A stored statement with the public half of the key that signed it. */
export type StatementRow = z.output<typeof statementRowSchema>

const STATEMENT = {
  name: 'ssa-statement',
  text: `SELECT s.jti, s.organization_id AS "organizationId", s.software_id AS "softwareId", s.status,
           s.expires_at AS "expiresAt", s.one_time_use AS "oneTimeUse", s.signing_input AS "signingInput",
           s.kid, k.alg, k.public_jwk AS "publicJwk"
         FROM ssa s JOIN signing_key k ON k.kid = s.kid WHERE s.jti = $1`,
}

/** The statement of this id, live or not; a hot statement. */
export async function findStatement(pool: Pool, jti: string): Promise<StatementRow | null> {
  const { rows } = await pool.query({ ...STATEMENT, values: [jti] })
  return rows[0] ? statementRowSchema.parse(rows[0]) : null
}
