import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { providerOf } from './providers'
import { runningSubscription } from './running'
import { subscriptionObject } from './subscription'

/**
 * Where the organization gives another payment method for its subscription; leaves an audit row. CONFLICT when nothing is
 * charged by itself, or Stripe cannot be reached.
 */
export async function updatePaymentMethod(ctx: Ctx): Promise<{ url: string }> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  const page = await providerOf(subscription.provider).openPaymentMethod(ctx, subscription)
  const object = subscriptionObject(subscription)
  await record(ctx.db, ctx, { action: 'subscription.payment-method', object })
  return page
}
