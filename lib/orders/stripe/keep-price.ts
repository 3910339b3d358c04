import type { Ctx } from '@/lib/context'
import { RENEWED_SELECT } from '../renewal'
import { nextTerms } from '../view'
import { changePrice, itemOf, recurringPrice, stripeIdOf } from './calls'
import { asked, stripe } from './client'
import { untilStill } from './event'

/**
 * What Stripe charges for the next period is brought to what was agreed here, and to what was agreed while that was done.
 * Changes nothing where it is.
 */
export function keepPrice(ctx: Ctx, id: string): Promise<void> {
  return untilStill(
    () => agreedPrice(ctx, id),
    agreed => bringTo(agreed),
  )
}

async function agreedPrice({ db }: Ctx, id: string) {
  const ours = await db.subscription.findFirst({
    where: { id, status: { not: 'ENDED' } },
    select: { ...RENEWED_SELECT, stripeSubscriptionId: true },
  })
  return ours && { ...ours, terms: { ...nextTerms(ours), currency: ours.currency } }
}

/** Whether anything changed at Stripe. */
async function bringTo(ours: Awaited<ReturnType<typeof agreedPrice>>): Promise<boolean> {
  if (!ours) return false
  const { terms } = ours
  const theirs = await asked(stripe().subscriptions.retrieve(stripeIdOf(ours)))
  if (theirs.status === 'canceled') return false
  const { price } = itemOf(theirs)
  const wanted = recurringPrice(terms)
  // Another interval has just begun there: its invoice brings it here.
  if (price.recurring?.interval !== wanted.recurring.interval) return false
  if (price.unit_amount === wanted.unit_amount) return false
  await changePrice(ours, terms)
  return true
}
