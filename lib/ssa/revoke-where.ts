import { auditRow } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { runRevokeHook } from './hooks/run'
import { type SsaView, toView, VIEW_SELECT } from './view'
import { toWire, toWireRow, WIRE_SELECT } from './wire'

/** Milliseconds for the transaction: revoking all of a large organization takes more than Prisma's five seconds. */
const PATIENCE = 60_000

/**
 * Revokes for good what fits and is neither used nor revoked, each with its audit row, and tells the extension module
 * after the commit. Compare-and-set: of parallel calls, each statement is in the result of one.
 */
export async function revokeWhere(ctx: Ctx, where: Prisma.SsaWhereInput): Promise<SsaView[]> {
  const now = ctx.clock.now()
  const rows = await ctx.db.$transaction(
    async tx => {
      const revoked = await tx.ssa.updateManyAndReturn({
        where: { AND: [where, { status: 'ACTIVE' }] },
        data: { status: 'REVOKED', heldName: null, revokedAt: now },
        select: { ...VIEW_SELECT, ...WIRE_SELECT },
      })
      await tx.auditEvent.createMany({ data: revoked.map(row => auditOf(ctx, row)) })
      return revoked
    },
    { timeout: PATIENCE },
  )
  await runRevokeHook(
    ctx,
    rows.map(row => toWire(toWireRow(row), now)),
  )
  return rows.map(row => toView(row, now))
}

function auditOf(ctx: Ctx, row: { jti: string; softwareId: string; organizationId: string }) {
  return auditRow(ctx, {
    action: 'ssa.revoke',
    object: { type: 'ssa', id: row.jti, name: row.softwareId },
    organizationId: row.organizationId,
    before: { status: 'ACTIVE' },
    after: { status: 'REVOKED' },
  })
}
