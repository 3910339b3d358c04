import type { Ctx } from '@/lib/context'

/** Milliseconds that an expired registration stays in the list, so that people see what became of it. */
const KEPT = 30 * 24 * 60 * 60 * 1000

/** Removes what clients leave behind and what no request can use again; resolves to how many rows went. Daily. */
export async function sweepClients({ db, clock }: Ctx): Promise<number> {
  const now = clock.now()
  const over = { where: { expiresAt: { lt: now } } }
  const long = { kind: 'REGISTERED' as const, expiresAt: { lt: new Date(now.getTime() - KEPT) } }
  const removed = [
    await db.usedAssertion.deleteMany(over),
    await db.revokedToken.deleteMany(over),
    await db.initialAccessToken.deleteMany(over),
    await db.client.deleteMany({ where: long }),
  ]
  return removed.reduce((sum, { count }) => sum + count, 0)
}
