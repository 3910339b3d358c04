import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { providerOf } from './providers'
import { runningSubscription } from './running'

/** Where the organization's late payment is made. CONFLICT when none is late, or Stripe cannot be reached. */
export async function payLate(ctx: Ctx): Promise<{ url: string }> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  if (subscription.status !== 'PAST_DUE') throw new AppError('CONFLICT', 'No payment is late.')
  return providerOf(subscription.provider).openLate(ctx, subscription)
}
