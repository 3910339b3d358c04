import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'

/** Days that an event is known to have been taken. Stripe tells again for three, and its people can for thirty. */
const KNOWN_DAYS = 90

/** Forgets events that nobody tells again; resolves to how many. One that came nevertheless would change nothing. */
export async function forgetPaymentEvents({ db, clock }: Ctx): Promise<number> {
  const before = daysAfter(clock.now(), -KNOWN_DAYS)
  return (await db.paymentEvent.deleteMany({ where: { receivedAt: { lt: before } } })).count
}
