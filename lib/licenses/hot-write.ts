import type { Pool } from 'pg'
import { AUDIT_COLUMNS, type AuditColumns } from '@/lib/audit/record'
import type { TrialClaimant } from '@/lib/generated/prisma/client'

const LICENSE_COLUMNS = `id, key, organization_id, product_code, fqdn, kind, mau_threshold, valid_from, valid_until,
  status, customer_company, customer_email, customer_first_name, customer_last_name, notes, issued_by_name, created_at`

/** Writes the audit row in $1 when `done` has a row: fifty installations at once need no transaction each. */
const WITH_AUDIT = `audited AS (
    INSERT INTO audit_event (${AUDIT_COLUMNS})
    SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_record(NULL::audit_event, $1::jsonb)
    WHERE EXISTS (SELECT FROM done))
  SELECT FROM done`

const ACTIVATE = {
  name: 'license-activate',
  text: `WITH done AS (
    UPDATE license SET activated_at = $3
    WHERE id = $2 AND activated_at IS NULL AND status = 'LIVE' RETURNING id), ${WITH_AUDIT}`,
}
const EXPIRE = {
  name: 'license-expire',
  text: `WITH done AS (
    UPDATE license SET status = 'EXPIRED', ended_at = $3
    WHERE id = $2 AND status = 'LIVE' AND valid_until <= $3 RETURNING id), ${WITH_AUDIT}`,
}
/** Claims in one order, so that two trials never wait for each other. */
const START_TRIAL = {
  name: 'license-trial',
  text: `WITH claimed AS (
    INSERT INTO trial_claim (hash, claimant, claimed_at)
    SELECT hash, claimant, claimed_at FROM jsonb_populate_recordset(NULL::trial_claim, $3::jsonb) ORDER BY hash),
  done AS (
    INSERT INTO license (${LICENSE_COLUMNS})
    SELECT ${LICENSE_COLUMNS} FROM jsonb_populate_record(NULL::license, $2::jsonb) RETURNING id), ${WITH_AUDIT}`,
}

/** What happens to one license, and when. */
interface Change {
  id: string
  at: Date
  audit: AuditColumns
}

/** Activates a live license, with its audit row; false when it was activated before. */
export function storeActivation(pool: Pool, { id, at, audit }: Change): Promise<boolean> {
  return run(pool, ACTIVATE, [JSON.stringify(audit), id, at])
}

/** Ends a live license whose time is over, with its audit row; false when it has ended, or was extended. */
export function storeEnd(pool: Pool, { id, at, audit }: Change): Promise<boolean> {
  return run(pool, EXPIRE, [JSON.stringify(audit), id, at])
}

/** A row of `license` for a trial, by the names of its columns. */
export interface NewTrial {
  id: string
  key: string
  organization_id: string
  product_code: string
  fqdn: string
  kind: 'TRIAL'
  mau_threshold: number
  valid_from: Date
  valid_until: Date
  status: 'LIVE'
  customer_company: string
  customer_email: string
  customer_first_name: string
  customer_last_name: string
  notes: string
  issued_by_name: string
  created_at: Date
}

export interface Claim {
  /** Keyed, hexadecimal. */
  hash: string
  claimant: TrialClaimant
}

/** Stores a trial, its claims and its audit row, all or none: breaks a unique index when somebody was first. */
export async function storeTrial(
  pool: Pool,
  { trial, claims, audit }: { trial: NewTrial; claims: Claim[]; audit: AuditColumns },
): Promise<void> {
  const claimed = claims.map(claim => ({ ...claim, claimed_at: trial.created_at }))
  await run(
    pool,
    START_TRIAL,
    [audit, trial, claimed].map(part => JSON.stringify(part)),
  )
}

/** Whether the statement changed something. */
async function run(
  pool: Pool,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<boolean> {
  const { rowCount } = await pool.query({ ...statement, values })
  return rowCount === 1
}
