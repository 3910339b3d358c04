import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { difference, usedUntil } from './difference'
import { openOrderOf } from './open-order'
import { offeredPlans, type PlanView } from './plans'
import { priceOf } from './price-of'
import { providerOf } from './providers'
import { type Running, runningSubscription } from './running'
import { BILLING_INTERVALS, type BillingInterval, type ChangePlanInput } from './schema'
import { STRIPE_REFUSED } from './stripe/client'
import { taxed } from './tax'
import { nextTerms, type Terms } from './view'

/** What a change to other terms costs, and from when they hold. */
export interface Quote extends Terms {
  currency: string
  /**
   * DIFFERENCE: now, for what is left of the period. INTERVAL: now, with a whole period of another length. NEXT: with the
   * next period.
   */
  begins: 'DIFFERENCE' | 'INTERVAL' | 'NEXT'
  /** Minor units to pay now, tax included. */
  now: number
  /** The tax in it, where it is ours to add, and what it is called. */
  tax: number
  taxLabel: string | null
  /** Minor units that are paid for and not used, and pay for periods to come. */
  credit: number
  /** Where it begins with the next period: when that is. */
  from: Date | null
}

type Wish = Pick<ChangePlanInput, 'planCode' | 'interval'>

interface Quotes {
  subscription: Running
  quotes: Quote[]
  /** Up to when the period counts as used, where another interval begins now. */
  usedUntil: Date
}

/** What the subscription can be changed to; `wish` alone where it is given. CONFLICT when there is none, or it ends. */
export async function quoteChanges(ctx: Ctx, wish?: Wish): Promise<Quotes> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  const now = ctx.clock.now()
  assertChangeable(subscription, now)
  const [plans, open] = await Promise.all([
    offeredPlans(ctx, subscription.productCode),
    openOrderOf(ctx.db, subscription),
  ])
  const when = {
    now,
    usedUntil: usedUntil(subscription, now),
    // The next period is ordered already: a change is one of that order.
    renewing: open?.kind === 'RENEWAL',
  }
  const offers = plans.flatMap(plan =>
    BILLING_INTERVALS.map(interval => offerOf(subscription, plan, interval)),
  )
  const wanted = offers.filter(offer => mayChangeTo(subscription, offer) && isWished(offer, wish))
  const quotes = await Promise.all(wanted.map(offer => quote(subscription, offer, when)))
  return { subscription, quotes, usedUntil: when.usedUntil }
}

function assertChangeable({ status, cancelAtPeriodEnd, provider, periodEnd }: Running, now: Date): void {
  if (cancelAtPeriodEnd) {
    throw new AppError('CONFLICT', 'The subscription is canceled. Take the cancellation back first.')
  }
  if (status === 'PAST_DUE') {
    throw new AppError('CONFLICT', 'A payment is late. Pay it first, then change the plan.')
  }
  // Its invoice is written there already; we do not know its price before it is paid.
  if (provider === 'STRIPE' && periodEnd <= now) {
    throw new AppError(
      'CONFLICT',
      'Stripe charges the next period just now. Change the plan when that is paid, in an hour or two.',
      { reason: STRIPE_REFUSED },
    )
  }
}

type Offer = Terms & { currency: string }

/** What a plan offers to this subscription: the one that it has stays as it was ordered. */
function offerOf(subscription: Running, plan: PlanView, interval: BillingInterval): Offer {
  const { code: planCode, name: planName, currency } = plan
  const same = planCode === subscription.planCode && interval === subscription.interval
  const { mau, price } = same ? subscription : { mau: plan.mau, price: priceOf(plan, interval) }
  return { planCode, planName, mau, interval, price, currency }
}

/** Other terms than those of the next period. */
function mayChangeTo(subscription: Running, { planCode, interval, currency }: Offer): boolean {
  const coming = nextTerms(subscription)
  return currency === subscription.currency && (coming.planCode !== planCode || coming.interval !== interval)
}

function isWished({ planCode, interval }: Offer, wish: Wish | undefined): boolean {
  return !wish || (wish.planCode === planCode && wish.interval === interval)
}

interface When {
  now: Date
  usedUntil: Date
  renewing: boolean
}

async function quote(subscription: Running, offer: Offer, when: When): Promise<Quote> {
  const { periodEnd, planCode, interval, provider } = subscription
  const free = { now: 0, tax: 0, taxLabel: null, credit: 0 }
  const next: Quote = { ...offer, ...free, begins: 'NEXT', from: periodEnd }
  if (offer.interval !== interval) {
    const wish = { terms: offer, usedUntil: when.usedUntil }
    const cost = await providerOf(provider).quoteInterval(subscription, wish)
    return cost ? { ...offer, ...free, begins: 'INTERVAL', ...cost, from: null } : next
  }
  // Back to the plan that is paid for: only what was agreed for the next period is taken back.
  if (when.renewing || offer.planCode === planCode) return next
  const due = difference({
    ...subscription,
    oldPrice: subscription.price,
    newPrice: offer.price,
    now: when.now,
  })
  if (due === 0) return next
  const { amount: now, ...tax } = taxed(due, provider)
  return { ...offer, ...free, ...tax, begins: 'DIFFERENCE', now, from: null }
}
