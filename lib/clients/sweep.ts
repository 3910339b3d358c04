import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'

/** Days that an expired registration stays in the list, so that people see what became of it. */
const KEPT_DAYS = 30

/** Removes what clients leave behind and what no request can use again; resolves to how many rows went. Daily. */
export async function sweepClients({ db, clock }: Ctx): Promise<number> {
  const now = clock.now()
  const over = { where: { expiresAt: { lt: now } } }
  const long = { kind: 'REGISTERED' as const, expiresAt: { lt: daysAfter(now, -KEPT_DAYS) } }
  const removed = [
    await db.usedAssertion.deleteMany(over),
    await db.revokedToken.deleteMany(over),
    await db.initialAccessToken.deleteMany(over),
    await db.client.deleteMany({ where: long }),
  ]
  return removed.reduce((sum, { count }) => sum + count, 0)
}
