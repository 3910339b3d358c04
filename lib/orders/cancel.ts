import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { moveLicenseEnd } from '@/lib/licenses/move-end'
import { closeOrdersOf } from './end'
import { openOrderOf } from './open-order'
import { licenseEnd } from './periods'
import { holdOrders } from './place'
import { providerOf } from './providers'
import { runningSubscription } from './running'
import type { CancelInput } from './schema'
import { subscriptionObject } from './subscription'

/** Lets the subscription end with its paid period, or takes that back before it does. CONFLICT when it is late or over. */
export async function cancelSubscription(ctx: Ctx, { cancel }: CancelInput): Promise<void> {
  authorizeIn(ctx, 'order:place')
  const subscription = await runningSubscription(ctx)
  const provider = providerOf(subscription.provider)
  const open = cancel ? await openOrderOf(ctx.db, subscription) : null
  if (open) await provider.close(ctx, open)
  await provider.cancel(ctx, subscription, cancel)
  const done = await ctx.db.$transaction(tx => setCancel(tx, ctx, subscription.id, cancel))
  if (done) return
  throw new AppError(
    'CONFLICT',
    cancel
      ? 'This subscription cannot be canceled: it is canceled already, or its payment is late and it ends by itself.'
      : 'This subscription was not canceled, or has ended. Look at it again.',
  )
}

/** Within the caller's transaction, who has told the provider. False when it is so already, late or over. */
export async function setCancel(tx: Tx, ctx: Ctx, id: string, cancel: boolean): Promise<boolean> {
  await holdOrders(tx)
  const [after] = await tx.subscription.updateManyAndReturn({
    where: { id, status: 'ACTIVE', cancelAtPeriodEnd: !cancel, periodEnd: { gt: ctx.clock.now() } },
    data: { cancelAtPeriodEnd: cancel },
    select: {
      id: true,
      planName: true,
      organizationId: true,
      licenseId: true,
      mau: true,
      periodEnd: true,
      cancelAtPeriodEnd: true,
    },
  })
  if (!after) return false
  if (cancel) await closeOrdersOf(tx, ctx, id, 'The subscription was canceled.')
  const { licenseId, mau: mauThreshold } = after
  await moveLicenseEnd(tx, ctx, { id: licenseId, validUntil: licenseEnd(after), mauThreshold })
  await record(tx, ctx, {
    action: cancel ? 'subscription.cancel' : 'subscription.keep',
    object: subscriptionObject(after),
    organizationId: after.organizationId,
    after: { cancelAtPeriodEnd: cancel, periodEnd: after.periodEnd.toISOString() },
  })
  return true
}
