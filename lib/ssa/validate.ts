import { auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { isUuid } from '@/lib/is-uuid'
import { noteSsaCheck } from './checks'
import { consumeLive } from './hot'

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
  // Whose it is, the statement itself tells.
  const audit = auditColumns(ctx, {
    action: 'ssa.use',
    object: { type: 'ssa', id: jti, name: '' },
    organizationId: null,
    before: { status: 'ACTIVE' },
    after: { status: 'USED', by: 'validation' },
  })
  const live = await consumeLive(ctx.pool, { jti, now, audit })
  if (!live || live.oneTimeUse !== live.burned) return INVALID
  return { valid: true, burned: live.burned }
}
