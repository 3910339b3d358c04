import type { Pool } from 'pg'
import { AUDIT_COLUMNS, type AuditColumns } from '@/lib/audit/record'
import type { AuthMethod } from './information'

/** A row of `client`, by the names of its columns; PostgreSQL turns the JSON into the table's own types. */
export interface NewClient {
  id: string
  organization_id: string | null
  kind: 'REGISTERED'
  name: string
  auth_method: AuthMethod
  secret_hash: string | null
  jwks: unknown
  scopes: string[]
  grant_types: string[]
  response_types: string[]
  redirect_uris: string[]
  metadata: object
  ssa_jti: string | null
  registration_token_hash: string
  created_at: Date
  expires_at: Date | null
}

interface Registration {
  client: NewClient
  /** What is recorded, in one transaction with the client. */
  audit: AuditColumns[]
  now: Date
}

const CLIENT_COLUMNS = `id, organization_id, kind, name, auth_method, secret_hash, jwks, scopes, grant_types,
  response_types, redirect_uris, metadata, ssa_jti, registration_token_hash, created_at, expires_at`
/** Makes the client and its audit rows if `allowed` has a row; of any number of statements at once, one has. */
const INSERT = `made AS (
    INSERT INTO client (${CLIENT_COLUMNS})
    SELECT ${CLIENT_COLUMNS} FROM jsonb_populate_record(NULL::client, $1::jsonb)
    WHERE EXISTS (SELECT FROM allowed) RETURNING id),
  audited AS (
    INSERT INTO audit_event (${AUDIT_COLUMNS})
    SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_recordset(NULL::audit_event, $2::jsonb)
    WHERE EXISTS (SELECT FROM made))
  SELECT FROM made`

const BY_STATEMENT = {
  name: 'client-register-by-statement',
  text: `WITH used AS (
    UPDATE ssa SET status = 'USED', used_at = $4, held_name = NULL
    WHERE jti = $3 AND one_time_use AND status = 'ACTIVE' AND expires_at > $4 RETURNING jti),
  allowed AS (
    SELECT jti FROM used
    UNION ALL
    SELECT jti FROM ssa WHERE jti = $3 AND NOT one_time_use AND status = 'ACTIVE' AND expires_at > $4),
  ${INSERT}`,
}

const BY_TOKEN = {
  name: 'client-register-by-token',
  text: `WITH allowed AS (
    UPDATE initial_access_token SET uses_left = uses_left - 1
    WHERE token_hash = $3 AND uses_left > 0 AND expires_at > $4 RETURNING token_hash),
  ${INSERT}`,
}

/** Registers with a live statement and uses a one-time one up; false when it lives no more by now. */
export function insertByStatement(pool: Pool, jti: string, registration: Registration): Promise<boolean> {
  return insert(pool, BY_STATEMENT, [jti, registration])
}

/** Registers with an initial access token and takes one of its uses; false when it has none left. */
export function insertByToken(pool: Pool, tokenHash: string, registration: Registration): Promise<boolean> {
  return insert(pool, BY_TOKEN, [tokenHash, registration])
}

async function insert(
  pool: Pool,
  statement: { name: string; text: string },
  [key, { client, audit, now }]: [string, Registration],
): Promise<boolean> {
  const values = [JSON.stringify(client), JSON.stringify(audit), key, now]
  const { rowCount } = await pool.query({ ...statement, values })
  return rowCount === 1
}
