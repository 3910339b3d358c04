import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { openOrderOf } from './open-order'
import { providerOf } from './providers'
import { type Running, runningSubscription } from './running'
import type { CancelInput } from './schema'
import { setCancel } from './set-cancel'

/** Lets the subscription end with its paid period, or takes that back before it does. CONFLICT when it is late or over. */
export async function cancelSubscription(ctx: Ctx, { cancel }: CancelInput): Promise<void> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  // Before the provider is told: what is refused here must not happen there.
  if (!canBeSet(ctx, subscription, cancel)) throw refusal(cancel)
  const provider = providerOf(subscription.provider)
  const open = cancel ? await openOrderOf(ctx.db, subscription) : null
  if (open) await provider.close(ctx, open)
  await provider.cancel(ctx, subscription, cancel)
  const done = await ctx.db.$transaction(tx => setCancel(tx, ctx, { id: subscription.id, cancel }))
  if (!done) throw refusal(cancel)
}

/** As `setCancel` sees it. */
function canBeSet({ clock }: Ctx, subscription: Running, cancel: boolean): boolean {
  const { status, cancelAtPeriodEnd, periodEnd } = subscription
  return status === 'ACTIVE' && cancelAtPeriodEnd !== cancel && periodEnd > clock.now()
}

function refusal(cancel: boolean): AppError {
  return new AppError(
    'CONFLICT',
    cancel
      ? 'This subscription cannot be canceled: it is canceled already, or its payment is late and it ends by itself.'
      : 'This subscription was not canceled, or has ended. Look at it again.',
  )
}
