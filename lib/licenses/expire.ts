import type { Ctx } from '@/lib/context'
import { storeExpiry } from './store-expiry'

/** Licenses that one statement reads. */
const BATCH = 500

/** Stores every license whose time is over as expired; resolves to how many. A daily job: nobody may ask for them. */
export async function expireLicenses(ctx: Ctx): Promise<number> {
  let expired = 0
  for (;;) {
    const due = await ctx.db.license.findMany({
      where: { status: 'LIVE', validUntil: { lte: ctx.clock.now() } },
      orderBy: { validUntil: 'asc' },
      take: BATCH,
      select: { id: true, key: true, organizationId: true, validUntil: true },
    })
    for (const license of due) if (await storeExpiry(ctx, license)) expired++
    if (due.length < BATCH) return expired
  }
}
