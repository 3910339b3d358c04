import { z } from 'zod'
import { AUDIT_COLUMNS, type AuditColumns, auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { tellOfRevoked } from './hooks/tell-of-revoked'

/** Which statements: all conditions that are given, one of `jti` and `organizationId` at the least. */
export interface WhichSsas {
  jti?: string
  organizationId?: string
  issuedByClient?: string
  /** Leaves those alone that have expired by then. */
  liveAt?: Date
}

/** Milliseconds: 100,000 statements of one organization take a few seconds. */
const PATIENCE = 120_000

const REVOKE = `
  WITH revoked AS (
    UPDATE ssa SET status = 'REVOKED', held_name = NULL, revoked_at = $1
    WHERE status = 'ACTIVE' AND ($2::uuid IS NULL OR jti = $2) AND ($3::text IS NULL OR organization_id = $3)
      AND ($4::text IS NULL OR issued_by_client = $4) AND ($5::timestamptz IS NULL OR expires_at > $5)
    RETURNING jti AS which, organization_id AS whose, software_id AS named),
  audited AS (
    INSERT INTO audit_event (${AUDIT_COLUMNS})
    SELECT ${AUDIT_COLUMNS} FROM revoked, jsonb_populate_record(NULL::audit_event, $6::jsonb || jsonb_build_object(
      'id', gen_random_uuid(), 'organization_id', whose, 'object_id', which, 'object_name', named)))
  SELECT count(*)::int AS count, min(whose) AS "organizationId" FROM revoked`

const outcomeSchema = z.object({ count: z.int(), organizationId: z.string().nullable() })

/**
 * Revokes for good what fits and is neither used nor revoked, each with its audit row, in one statement however many
 * they are, and tells the extension module after it. Compare-and-set: of parallel calls, one counts each statement.
 */
export async function revokeWhere(ctx: Ctx, which: WhichSsas): Promise<number> {
  const { jti = null, organizationId = null, issuedByClient = null, liveAt = null } = which
  if (jti === null && organizationId === null) throw new Error('Nothing says which SSAs are to be revoked.')
  const values = [ctx.clock.now(), jti, organizationId, issuedByClient, liveAt, JSON.stringify(auditOf(ctx))]
  const { rows } = await ctx.pool.query(patient({ text: REVOKE, values }))
  const revoked = outcomeSchema.parse(rows[0])
  if (revoked.organizationId !== null) await tellOfRevoked(ctx, revoked.organizationId)
  return revoked.count
}

/** A statement that may take longer than the pool gives the others; pg knows the setting, its types do not. */
function patient<T extends object>(statement: T): T {
  return { ...statement, query_timeout: PATIENCE }
}

/** The row that each statement gets, but for what is the statement's own. */
function auditOf(ctx: Ctx): AuditColumns {
  return auditColumns(ctx, {
    action: 'ssa.revoke',
    object: { type: 'ssa', id: '', name: '' },
    organizationId: null,
    before: { status: 'ACTIVE' },
    after: { status: 'REVOKED' },
  })
}
