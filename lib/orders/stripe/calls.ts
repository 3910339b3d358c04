import type Stripe from 'stripe'
import { AppError } from '@/lib/errors'
import type { NextTerms } from '../provider-type'
import type { BillingInterval } from '../schema'
import { toStripe } from './amount'
import { asked, stripe } from './client'
import { NET } from './tax'

/** What a subscription of ours is called there. */
interface Theirs {
  stripeSubscriptionId: string | null
}

export function stripeIdOf({ stripeSubscriptionId }: Theirs): string {
  if (stripeSubscriptionId) return stripeSubscriptionId
  throw new Error('A subscription through Stripe has no id there.')
}

/** Every subscription of ours has one item: the plan. */
export function itemOf({ id, items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = items.data
  if (!item) throw new Error(`The subscription ${id} at Stripe has no item.`)
  return item
}

/** A price as Stripe takes it. */
export function recurringPrice({ price, currency, interval }: Omit<NextTerms, 'planName'>) {
  return {
    currency: currency.toLowerCase(),
    unit_amount: toStripe(price, currency),
    recurring: { interval: TO_STRIPE[interval] },
    ...NET,
  }
}

const TO_STRIPE: Record<BillingInterval, 'month' | 'year'> = { MONTH: 'month', YEAR: 'year' }

/** From the next period on: what was agreed for this one is settled between us and the customer. */
export async function changePrice(subscription: Theirs, terms: NextTerms): Promise<void> {
  const id = stripeIdOf(subscription)
  const item = itemOf(await asked(stripe().subscriptions.retrieve(id)))
  const { id: product } = await asked(stripe().products.create({ name: terms.planName }))
  const items = [{ id: item.id, price_data: { product, ...recurringPrice(terms) } }]
  await asked(stripe().subscriptions.update(id, { proration_behavior: 'none', items }))
}

/** Nobody can pay on this page any more. CONFLICT when somebody just does. */
export async function closeCheckout({ stripeSessionId }: { stripeSessionId: string | null }): Promise<void> {
  if (!stripeSessionId) return
  const session = await asked(stripe().checkout.sessions.retrieve(stripeSessionId))
  if (session.status === 'expired') return
  if (session.status === 'complete') {
    throw new AppError('CONFLICT', 'This order is being paid right now. Wait for its confirmation.')
  }
  await asked(stripe().checkout.sessions.expire(stripeSessionId))
}

/** It ends now, and nothing is charged any more. The reason stands there for whoever hears of the end first. */
export async function endAtStripe(subscription: Theirs, reason: string): Promise<void> {
  const id = stripeIdOf(subscription)
  const { status } = await asked(stripe().subscriptions.retrieve(id))
  if (status === 'canceled') return
  await asked(stripe().subscriptions.update(id, { metadata: { ended: reason } }))
  await asked(stripe().subscriptions.cancel(id, { prorate: false }))
}
