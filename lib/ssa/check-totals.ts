import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { CHECK_DAYS } from './check-days'

export interface CheckTotals {
  times: number
  /** Of those: for ids that are unknown, or of a statement that is not live. */
  refused: number
}

/** How often SSAs were checked at this installation, today and in the last thirty days (UTC). */
export async function ssaCheckTotals(ctx: Ctx): Promise<{ today: CheckTotals; month: CheckTotals }> {
  authorize(ctx, 'configuration:read')
  const since = async (days: number): Promise<CheckTotals> => {
    const { _sum } = await ctx.db.ssaCheckDay.aggregate({
      where: { day: { gte: firstOf(days, ctx.clock.now()) } },
      _sum: { times: true, refused: true },
    })
    return { times: Number(_sum.times ?? 0), refused: Number(_sum.refused ?? 0) }
  }
  const [today, month] = await Promise.all([since(1), since(CHECK_DAYS)])
  return { today, month }
}

/** Removes the counts of days that are no longer told; resolves to how many rows went. */
export async function sweepSsaChecks({ db, clock }: Ctx): Promise<number> {
  const { count } = await db.ssaCheckDay.deleteMany({
    where: { day: { lt: firstOf(CHECK_DAYS, clock.now()) } },
  })
  return count
}

/** The first of so many days, of which `now` is in the last. */
function firstOf(days: number, now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS)
  return new Date((today - days + 1) * DAY_MS)
}
