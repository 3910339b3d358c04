import type { Clock } from '@/lib/clock'
import { DAY_MS } from '@/lib/days'
import type { Db } from '@/lib/db'

/** Milliseconds after retirement before a key may go: whoever was signing with it has long finished. */
const SETTLED = DAY_MS

/** Deletes the private half of retired keys that no unexpired statement or license document needs. A daily job. */
export async function discardKeys(db: Db, clock: Clock): Promise<number> {
  const now = clock.now()
  const { count } = await db.signingKey.updateMany({
    where: {
      status: 'RETIRED',
      retiredAt: { lt: new Date(now.getTime() - SETTLED) },
      ssas: { none: { expiresAt: { gt: now } } },
      licenseDocuments: { none: { expiresAt: { gt: now } } },
    },
    data: { status: 'GONE', privateKey: null },
  })
  return count
}
