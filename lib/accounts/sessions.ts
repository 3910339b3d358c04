import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { describeBrowser } from './browser'
import { ownAccountId } from './person'

export interface SessionView {
  id: string
  /** Such as `Firefox on Linux`. */
  browser: string
  address: string | null
  createdAt: Date
  lastSeenAt: Date
}

/** Where the person is signed in, the latest seen first. */
export async function listSessions(ctx: Ctx): Promise<SessionView[]> {
  const accountId = ownAccountId(ctx)
  const sessions = await ctx.db.session.findMany({
    where: { accountId, expiresAt: { gt: ctx.clock.now() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  })
  return sessions.map(({ userAgent, ...rest }) => ({ ...rest, browser: describeBrowser(userAgent) }))
}

/** Ends one of the person's sessions, on the next request at the latest. Throws NOT_FOUND. */
export async function endSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const accountId = ownAccountId(ctx)
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.session.deleteMany({ where: { id, accountId } })
    if (count === 0) throw notFound('This session')
    await record(tx, ctx, {
      action: 'session.end',
      object: { type: 'account', id: accountId, name: ctx.actor.name },
      after: { ended: 1 },
    })
  })
}

/** Ends all of the person's sessions but `keep`; says how many. */
export async function endOtherSessions(ctx: Ctx, { keep }: { keep: string }): Promise<{ ended: number }> {
  const accountId = ownAccountId(ctx)
  return ctx.db.$transaction(async tx => {
    const { count: ended } = await tx.session.deleteMany({ where: { accountId, id: { not: keep } } })
    if (ended === 0) return { ended }
    await record(tx, ctx, {
      action: 'session.end',
      object: { type: 'account', id: accountId, name: ctx.actor.name },
      after: { ended },
    })
    return { ended }
  })
}
