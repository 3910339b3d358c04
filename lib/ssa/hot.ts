import type { Pool } from 'pg'
import { z } from 'zod'
import { AUDIT_COLUMNS, type AuditColumns } from '@/lib/audit/record'

/**
 * The statements that every machine request runs, past Prisma. `hot.test.ts` holds them to what Prisma reads.
 * Whole rows go in as one JSON value each: PostgreSQL turns it into the table's own types.
 */

const LIVE = {
  name: 'ssa-live',
  text: `SELECT one_time_use AS "oneTimeUse" FROM ssa WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > $2`,
}
const liveSchema = z.object({ oneTimeUse: z.boolean() })

interface At {
  jti: string
  now: Date
}

/** A live statement, as far as its use goes. Null: there is no live one of this id. */
export async function findLiveUse(pool: Pool, { jti, now }: At): Promise<z.output<typeof liveSchema> | null> {
  const { rows } = await pool.query({ ...LIVE, values: [jti, now] })
  return rows[0] ? liveSchema.parse(rows[0]) : null
}

const BURN = {
  name: 'ssa-burn',
  text: `WITH burned AS (
           UPDATE ssa SET status = 'USED', used_at = $2, held_name = NULL
           WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > $2 AND one_time_use
           RETURNING jsonb_build_object('organization_id', organization_id, 'object_name', software_id) AS whose)
         INSERT INTO audit_event (${AUDIT_COLUMNS})
         SELECT ${AUDIT_COLUMNS} FROM burned, jsonb_populate_record(NULL::audit_event, $3::jsonb || burned.whose)`,
}

interface Burn extends At {
  /** Its organization and name are filled in. */
  audit: AuditColumns
}

/** Uses up a live statement that has one use, with its audit row: true for exactly one of the callers at once. */
export async function burn(pool: Pool, { jti, now, audit }: Burn): Promise<boolean> {
  const { rowCount } = await pool.query({ ...BURN, values: [jti, now, JSON.stringify(audit)] })
  return rowCount === 1
}

const ORGANIZATION = {
  name: 'ssa-organization',
  text: 'SELECT id FROM organization WHERE folded_id = $1',
}

/** The id of an organization in its own spelling; null while there is none. */
export async function findOrganizationId(pool: Pool, foldedId: string): Promise<string | null> {
  const { rows } = await pool.query({ ...ORGANIZATION, values: [foldedId] })
  return rows[0] ? z.object({ id: z.string() }).parse(rows[0]).id : null
}

/** A new row, by the names of its columns. */
export interface NewSsa {
  jti: string
  organization_id: string
  software_id: string
  held_name: string | null
  description: string
  software_roles: string[]
  grant_types: string[]
  custom_attributes: Record<string, string>
  /** As PostgreSQL reads bytes: `\\x` and hexadecimal. */
  signature: string | null
  one_time_use: boolean
  rotate_ssa: boolean
  lifetime: number | null
  status: 'ACTIVE'
  kid: string
  signing_input: string
  issued_by_id: string | null
  issued_by_client: string | null
  issued_by_name: string
  created_at: Date
  expires_at: Date
}

const SSA_COLUMNS = `jti, organization_id, software_id, held_name, description, software_roles, grant_types,
  custom_attributes, signature, one_time_use, rotate_ssa, lifetime, status, kid, signing_input, issued_by_id,
  issued_by_client, issued_by_name, created_at, expires_at`

const INSERT = {
  name: 'ssa-insert',
  text: `WITH issued AS (
           INSERT INTO ssa (${SSA_COLUMNS})
           SELECT ${SSA_COLUMNS} FROM jsonb_populate_record(NULL::ssa, $1::jsonb) RETURNING jti)
         INSERT INTO audit_event (${AUDIT_COLUMNS})
         SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_record(NULL::audit_event, $2::jsonb)
         WHERE EXISTS (SELECT FROM issued)`,
}

/** Runs a statement: `pool.query`, or the like inside a transaction. */
type Run = (statement: { name: string; text: string; values: string[] }) => Promise<unknown>

/** Stores a new statement and its audit row at once. */
export async function insertSsa(run: Run, row: NewSsa, audit: AuditColumns): Promise<void> {
  await run({ ...INSERT, values: [JSON.stringify(row), JSON.stringify(audit)] })
}

const wireRowSchema = z.object({
  jti: z.string(),
  organizationId: z.string(),
  softwareId: z.string(),
  softwareRoles: z.array(z.string()),
  grantTypes: z.array(z.string()),
  description: z.string(),
  oneTimeUse: z.boolean(),
  rotateSsa: z.boolean(),
  lifetime: z.number().nullable(),
  customAttributes: z.record(z.string(), z.string()),
  issuedByClient: z.string().nullable(),
  signingInput: z.string(),
  status: z.enum(['ACTIVE', 'USED', 'REVOKED']),
  createdAt: z.date(),
  expiresAt: z.date(),
})
/** What the SSA endpoint tells of a statement. */
export type WireRow = z.output<typeof wireRowSchema>

const BY_JTI = {
  name: 'ssa-by-jti',
  text: `SELECT jti, organization_id AS "organizationId", software_id AS "softwareId",
           software_roles AS "softwareRoles", grant_types AS "grantTypes", description,
           one_time_use AS "oneTimeUse", rotate_ssa AS "rotateSsa", lifetime,
           custom_attributes AS "customAttributes", issued_by_client AS "issuedByClient",
           signing_input AS "signingInput", status, created_at AS "createdAt", expires_at AS "expiresAt"
         FROM ssa WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > $2
           AND ($3::text IS NULL OR organization_id = $3) AND ($4::text IS NULL OR issued_by_client = $4)`,
}

interface ByJti {
  jti: string
  now: Date
  /** Null: whosever it is. */
  organizationId: string | null
  issuedByClient: string | null
}

/** The live statement of this id, within reach of the caller. */
export async function findLiveByJti(pool: Pool, { jti, now, ...reach }: ByJti): Promise<WireRow | null> {
  const values = [jti, now, reach.organizationId, reach.issuedByClient]
  const { rows } = await pool.query({ ...BY_JTI, values })
  return rows[0] ? wireRowSchema.parse(rows[0]) : null
}
