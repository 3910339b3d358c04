import { authorizeClient } from '@/lib/access/authorize'
import type { ClientCtx, Ctx } from '@/lib/context'
import { isUuid } from '@/lib/is-uuid'
import { decodeCursor, encodeCursor, keysetQuery } from '@/lib/keyset'
import { runGetHook } from './hooks/run'
import { findLiveByJti, type WireRow } from './hot'
import { reachOf, whereInReach } from './reach'
import type { FindSsasInput } from './request-schema'
import { whereStatus } from './view'
import { toWire, toWireRow, WIRE_SELECT } from './wire'

/** Statements in one answer. Janssen has no pages; beyond this many, `next` leads on. */
export const MOST = 1000

interface Found {
  list: unknown[]
  next: string | null
}

/**
 * For clients: the statements of this `jti`, `org_id`, or both, the newest first, as `GET /ssa` tells them (Janssen
 * contract §1.6). Live ones unless `status` asks for others; a developer finds only what it created. Throws HookError.
 */
export async function findSsas(ctx: Ctx, input: FindSsasInput): Promise<Found> {
  authorizeClient(ctx, 'ssa:read')
  const { rows, next } = await read(ctx, input)
  const now = ctx.clock.now()
  const list = await runGetHook(
    ctx,
    rows.map(row => toWire(row, now)),
  )
  return { list, next }
}

async function read(ctx: ClientCtx, input: FindSsasInput): Promise<{ rows: WireRow[]; next: string | null }> {
  const { jti, org_id, status, after } = input
  const where = await whereInReach(ctx, input)
  if (!where) return { rows: [], next: null }
  if (jti && isUuid(jti) && org_id === undefined && status === 'ACTIVE' && !after) {
    const row = await findLiveByJti(ctx.pool, { jti, now: ctx.clock.now(), ...reachOf(ctx) })
    return { rows: row ? [row] : [], next: null }
  }
  const wanted = { ...where, ...whereStatus(status, ctx.clock.now()) }
  const rows = await ctx.db.ssa.findMany({
    ...keysetQuery(
      wanted,
      { cursor: after ? decodeCursor(after) : null, order: 'desc', take: MOST + 1 },
      { at: 'createdAt', id: 'jti' },
    ),
    select: WIRE_SELECT,
  })
  const page = rows.slice(0, MOST)
  const last = page.at(-1)
  const next = rows.length > MOST && last ? encodeCursor({ at: last.createdAt, id: last.jti }) : null
  return { rows: page.map(toWireRow), next }
}
