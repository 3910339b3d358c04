import type { Ctx } from '@/lib/context'
import { toWire, toWireRow, WIRE_SELECT } from '../wire'
import { hasHooks, runRevokeHook } from './run'

/** Statements that the module is given at once, as many as a client gets in one answer. */
const PORTION = 1000

/**
 * Tells the extension module of what this request has revoked in the organization, a thousand at a time: its audit
 * rows say which, so that a large organization is never in memory.
 */
export async function tellOfRevoked(ctx: Ctx, organizationId: string): Promise<void> {
  if (!hasHooks()) return
  const at = ctx.clock.now()
  let after: string | undefined
  do {
    const rows = await ctx.db.auditEvent.findMany({
      where: {
        organizationId,
        at,
        requestId: ctx.requestId,
        action: 'ssa.revoke',
        ...(after !== undefined && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: PORTION,
      select: { id: true, objectId: true },
    })
    after = rows.length === PORTION ? rows.at(-1)?.id : undefined
    await tell(
      ctx,
      rows.map(row => row.objectId),
    )
  } while (after !== undefined)
}

async function tell(ctx: Ctx, jtis: string[]): Promise<void> {
  const rows = await ctx.db.ssa.findMany({ where: { jti: { in: jtis } }, select: WIRE_SELECT })
  await runRevokeHook(
    ctx,
    rows.map(row => toWire(toWireRow(row), ctx.clock.now())),
  )
}
