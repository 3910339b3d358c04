import { auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { isUuid } from '@/lib/is-uuid'
import { noteSsaCheck } from './checks'
import { burn, findLiveUse } from './hot'

export type SsaVerdict = { valid: true; burned: boolean } | { valid: false; code: 'INVALID_JTI' }

const INVALID: SsaVerdict = { valid: false, code: 'INVALID_JTI' }

/**
 * Whether a statement is live, for anyone who knows its id (Janssen contract §1.7). A yes uses a one-time statement
 * up, for one of any number of callers, and leaves an audit row that names the address. Every answer is counted.
 */
export async function validateSsa(ctx: Ctx, jti: string): Promise<SsaVerdict> {
  const verdict = await judge(ctx, jti)
  noteSsaCheck(ctx, jti, verdict.valid)
  return verdict
}

async function judge(ctx: Ctx, jti: string): Promise<SsaVerdict> {
  if (!isUuid(jti)) return INVALID
  const now = ctx.clock.now()
  // Read first: most of them have many uses, and SQL that might write takes four tenths of the throughput away.
  const live = await findLiveUse(ctx.pool, { jti, now })
  if (!live) return INVALID
  if (!live.oneTimeUse) return { valid: true, burned: false }
  const burned = await burn(ctx.pool, { jti, now, audit: auditOfUse(ctx, jti) })
  return burned ? { valid: true, burned } : INVALID
}

/** Whose the statement is, it tells itself. */
function auditOfUse(ctx: Ctx, jti: string) {
  return auditColumns(ctx, {
    action: 'ssa.use',
    object: { type: 'ssa', id: jti, name: '' },
    organizationId: null,
    before: { status: 'ACTIVE' },
    after: { status: 'USED', by: 'validation' },
  })
}
