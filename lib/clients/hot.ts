import type { Pool } from 'pg'
import { z } from 'zod'

const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) })

/** What every machine request must know of its client, and whether the token it came with was taken back. */
const clientRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  authMethod: z.enum(['CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST', 'PRIVATE_KEY_JWT']),
  secretHash: z.string().nullable(),
  jwks: jwks.nullable(),
  scopes: z.array(z.string()),
  grantTypes: z.array(z.string()),
  expiresAt: z.date().nullable(),
  ssaStatus: z.enum(['ACTIVE', 'USED', 'REVOKED']).nullable(),
  tokenRevoked: z.boolean(),
})
export type ClientRow = z.output<typeof clientRowSchema>

const CLIENT_BY_ID = {
  name: 'client-by-id',
  text: `SELECT c.id, c.name, c.organization_id AS "organizationId", o.name AS "organizationName",
           c.auth_method AS "authMethod", c.secret_hash AS "secretHash", c.jwks, c.scopes,
           c.grant_types AS "grantTypes", c.expires_at AS "expiresAt", s.status AS "ssaStatus",
           EXISTS (SELECT FROM revoked_token r WHERE r.jti = $2) AS "tokenRevoked"
         FROM client c
         LEFT JOIN organization o ON o.id = c.organization_id
         LEFT JOIN ssa s ON s.jti = c.ssa_jti
         WHERE c.id = $1`,
}

/** The client of this id, dead or alive; `tokenJti` is the token that it calls with, if it does. */
export async function findClient(pool: Pool, id: string, tokenJti = ''): Promise<ClientRow | null> {
  const { rows } = await pool.query({ ...CLIENT_BY_ID, values: [id, tokenJti] })
  return rows[0] ? clientRowSchema.parse(rows[0]) : null
}

/** Over at its expiry or with the revocation of its statement, from the next request on and on every process. */
export function isAlive(client: Pick<ClientRow, 'expiresAt' | 'ssaStatus'>, now: Date): boolean {
  return client.ssaStatus !== 'REVOKED' && (client.expiresAt === null || client.expiresAt > now)
}

const REMEMBER_ASSERTION = {
  name: 'client-remember-assertion',
  text: `INSERT INTO used_assertion (client_id, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
}

/** True the first time that a client's assertion comes, on whichever process. */
export async function rememberAssertion(
  pool: Pool,
  { clientId, jti, expiresAt }: { clientId: string; jti: string; expiresAt: Date },
): Promise<boolean> {
  const { rowCount } = await pool.query({ ...REMEMBER_ASSERTION, values: [clientId, jti, expiresAt] })
  return rowCount === 1
}
