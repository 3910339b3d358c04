import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { lockRow } from '@/lib/lock'
import { auditObject } from './audit-object'
import { wholeSecond } from './grant'

interface Move {
  id: string
  validUntil: Date
  mauThreshold: number
}

const SELECT = { key: true, organizationId: true, mauThreshold: true, validUntil: true } as const

/**
 * Moves the end of a live license, and its MAU, within the caller's transaction: it keeps its key. False when it is not
 * in force any more; then grant another one. The caller has authorized.
 */
export async function moveLicenseEnd(tx: Tx, ctx: Ctx, { id, ...move }: Move): Promise<boolean> {
  const where = { id, status: 'LIVE' as const, validUntil: { gt: ctx.clock.now() } }
  await lockRow(tx, 'license', { id })
  const before = await tx.license.findFirst({ where, select: SELECT })
  if (!before) return false
  const validUntil = wholeSecond(move.validUntil)
  const after = { mauThreshold: move.mauThreshold, validUntil }
  await tx.license.update({ where: { id }, data: after, select: { id: true } })
  await record(tx, ctx, {
    action: 'license.change',
    object: auditObject({ id, key: before.key }),
    organizationId: before.organizationId,
    before: { mauThreshold: before.mauThreshold, validUntil: before.validUntil.toISOString() },
    after: { ...after, validUntil: validUntil.toISOString() },
  })
  return true
}
