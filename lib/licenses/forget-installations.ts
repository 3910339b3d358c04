import type { Ctx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'

/** Milliseconds that the trace of an installation outlives its client. */
const KEPT = 365 * DAY_MS

/**
 * Removes installations whose client is gone and that called last a year ago; resolves to how many. Daily: software with
 * a short client lifetime registers anew each month, and leaves a row each time.
 */
export async function forgetInstallations({ db, clock }: Ctx): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT)
  const { count } = await db.installation.deleteMany({
    where: { clientId: null, lastSeenAt: { lt: before } },
  })
  return count
}
