import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { moveLicenseEnd } from '@/lib/licenses/move-end'
import { closeOrdersOf } from './end'
import { latestOrder } from './latest-order'
import { canceledMail } from './mails'
import { licenseEnd } from './periods'
import { holdOrders } from './place'
import { subscriptionObject } from './subscription'

interface Setting {
  id: string
  /** Whether it is to end with its period. */
  cancel: boolean
}

/**
 * Lets a subscription end with its period, or go on, within the caller's transaction, who has told the provider. False
 * when it is so already, late or over.
 */
export async function setCancel(tx: Tx, ctx: Ctx, { id, cancel }: Setting): Promise<boolean> {
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
  if (cancel) await closeOrdersOf(tx, ctx, { subscriptionId: id, reason: 'The subscription was canceled.' })
  const { licenseId, mau: mauThreshold } = after
  await moveLicenseEnd(tx, ctx, { id: licenseId, validUntil: licenseEnd(after), mauThreshold })
  await record(tx, ctx, {
    action: cancel ? 'subscription.cancel' : 'subscription.keep',
    object: subscriptionObject(after),
    organizationId: after.organizationId,
    after: { cancelAtPeriodEnd: cancel, periodEnd: after.periodEnd.toISOString() },
  })
  if (cancel) {
    const { planName, periodEnd } = after
    await queueMail(tx, ctx, canceledMail(ctx, { ...(await latestOrder(tx, id)), planName }, periodEnd))
  }
  return true
}
