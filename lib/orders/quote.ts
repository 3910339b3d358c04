import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { difference } from './difference'
import { openOrderOf } from './open-order'
import { offeredPlans, type PlanView } from './plans'
import { type Running, runningSubscription } from './running'
import { BILLING_INTERVALS, type BillingInterval } from './schema'
import { priceOf } from './subscribe'
import type { Terms } from './view'

/** What a change to other terms costs, and from when they hold. */
export interface Quote extends Terms {
  currency: string
  /** Minor units to pay now; 0: nothing until the next period. */
  now: number
  /** Where nothing is paid now: the beginning of the next period. */
  from: Date | null
}

/** What the subscription can be changed to. CONFLICT when there is none, or it is about to end. */
export async function quoteChanges(ctx: Ctx): Promise<{ subscription: Running; quotes: Quote[] }> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  assertChangeable(subscription)
  const [plans, open] = await Promise.all([
    offeredPlans(ctx, subscription.productCode),
    openOrderOf(ctx.db, subscription),
  ])
  // The next period is ordered already: a change is one of that order.
  const renewing = open?.kind === 'RENEWAL'
  const now = ctx.clock.now()
  const quotes = plans.flatMap(plan =>
    BILLING_INTERVALS.filter(interval => mayChangeTo(subscription, plan, interval)).map(interval =>
      quote(subscription, plan, { interval, now, renewing }),
    ),
  )
  return { subscription, quotes }
}

function assertChangeable({ status, cancelAtPeriodEnd }: Running): void {
  if (cancelAtPeriodEnd) {
    throw new AppError('CONFLICT', 'The subscription is canceled. Take the cancellation back first.')
  }
  if (status === 'PAST_DUE') {
    throw new AppError('CONFLICT', 'A payment is late. Pay it first, then change the plan.')
  }
}

/** Other terms than those of the next period. Stripe cannot turn months into years in the middle of a subscription. */
function mayChangeTo(subscription: Running, plan: PlanView, interval: BillingInterval): boolean {
  if (plan.currency !== subscription.currency) return false
  if (subscription.provider === 'STRIPE' && interval !== subscription.interval) return false
  const { nextPlanCode, nextInterval, planCode } = subscription
  const coming = nextPlanCode ?? planCode
  return coming !== plan.code || (nextInterval ?? subscription.interval) !== interval
}

interface When {
  interval: BillingInterval
  now: Date
  renewing: boolean
}

function quote(subscription: Running, plan: PlanView, { interval, now, renewing }: When): Quote {
  const { periodStart, periodEnd, price: oldPrice } = subscription
  // Back to the plan that is paid for: only what was agreed for the next period is taken back.
  const same = plan.code === subscription.planCode && interval === subscription.interval
  const price = same ? oldPrice : priceOf(plan, interval)
  const due =
    renewing || same || interval !== subscription.interval
      ? 0
      : difference({ oldPrice, newPrice: price, periodStart, periodEnd, now })
  const { code: planCode, name: planName, mau, currency } = plan
  const terms = { planCode, planName, mau: same ? subscription.mau : mau, interval, price }
  return { ...terms, currency, now: due, from: due > 0 ? null : periodEnd }
}
