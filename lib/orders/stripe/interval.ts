import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { IntervalCost, NewInterval, RunningSubscription } from '../provider-type'
import { fromStripe } from './amount'
import { itemOf, recurringPrice, stripeIdOf } from './calls'
import { asked, askedOnce, stripe } from './client'
import { follow } from './subscription'

/**
 * What Stripe would charge for a whole period of another interval that begins now, less what is paid for and not used.
 * It is Stripe's own sum, so that it is what is charged.
 */
export async function quoteInterval(
  subscription: RunningSubscription,
  { terms, usedUntil }: NewInterval,
): Promise<IntervalCost> {
  const theirs = await asked(stripe().subscriptions.retrieve(stripeIdOf(subscription)))
  const { id, price } = itemOf(theirs)
  const product = typeof price.product === 'string' ? price.product : price.product.id
  const { amount_due, total } = await asked(
    stripe().invoices.createPreview({
      subscription: theirs.id,
      subscription_details: {
        items: [{ id, price_data: { product, ...recurringPrice(terms) } }],
        ...prorated(usedUntil),
      },
    }),
  )
  const { currency } = terms
  return { now: fromStripe(amount_due, currency), credit: fromStripe(Math.max(0, -total), currency) }
}

/** Begins it at Stripe, all or nothing, and follows it here: its invoice tells what was paid, and for which period. */
export async function beginInterval(
  ctx: Ctx,
  subscription: RunningSubscription,
  { terms, usedUntil }: NewInterval,
): Promise<void> {
  const stripeId = stripeIdOf(subscription)
  const { id } = itemOf(await asked(stripe().subscriptions.retrieve(stripeId)))
  // Pressed twice it is one change: Stripe answers the second as the first.
  const { planCode, planName: name, interval, price } = terms
  const key = [subscription.id, planCode, interval, price, usedUntil.getTime()].join('-')
  const product = await askedOnce(`${key}-product`, once => stripe().products.create({ name }, once))
  const change: Stripe.SubscriptionUpdateParams = {
    items: [{ id, price_data: { product: product.id, ...recurringPrice(terms) } }],
    ...prorated(usedUntil),
    payment_behavior: 'error_if_incomplete',
    metadata: { plan: planCode, plan_name: name, mau: terms.mau },
  }
  await askedOnce(key, once => stripe().subscriptions.update(stripeId, change, once))
  await follow(ctx, stripeId)
}

function prorated(usedUntil: Date) {
  const proration_date = Math.floor(usedUntil.getTime() / 1000)
  return { proration_behavior: 'always_invoice' as const, proration_date }
}
