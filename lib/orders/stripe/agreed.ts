import type Stripe from 'stripe'
import { z } from 'zod'
import type { Period } from '../subscription'
import type { Terms } from '../view'
import { fromStripe } from './amount'
import { itemOf } from './calls'
import { fromSeconds } from './client'

/** What we write on a subscription at Stripe with a change, so that whoever hears of it knows what was agreed. */
const agreedSchema = z.object({
  plan: z.string(),
  plan_name: z.string(),
  mau: z.coerce.number().int().positive(),
})

/** The terms that hold at Stripe now; what is not written there is as it was. */
export function termsAt(theirs: Stripe.Subscription, former: Terms & { currency: string }): Terms {
  const { data } = agreedSchema.safeParse(theirs.metadata)
  const { unit_amount, recurring } = itemOf(theirs).price
  return {
    planCode: data?.plan ?? former.planCode,
    planName: data?.plan_name ?? former.planName,
    mau: data?.mau ?? former.mau,
    interval: recurring?.interval === 'year' ? 'YEAR' : 'MONTH',
    price: unit_amount === null ? former.price : fromStripe(unit_amount, former.currency),
  }
}

/** The period that runs at Stripe. */
export function periodAt(theirs: Stripe.Subscription): Period {
  const { current_period_start: start, current_period_end: end } = itemOf(theirs)
  return { start: fromSeconds(start), end: fromSeconds(end) }
}
