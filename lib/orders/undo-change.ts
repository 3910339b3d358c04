import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { moveLicenseEnd } from '@/lib/licenses/move-end'
import { latestOrder } from './latest-order'
import { undoneMail } from './mails'
import { licenseEnd } from './periods'
import { SETTLED_SELECT, type SettledOrder, termsOf } from './settled-order'
import { subscriptionObject } from './subscription'

interface Undoing {
  /** Of the order of the change. */
  id: string
  /** A sentence for the customer. */
  reason: string
}

/**
 * Takes a change of plan back whose difference was paid back, within the caller's transaction, who has noted that: the
 * plan that was paid for before holds again. False where the change does not run any more, or another one was paid on it.
 */
export async function undoChange(tx: Tx, ctx: Ctx, { id, reason }: Undoing): Promise<boolean> {
  const change = await tx.order.findUniqueOrThrow({ where: { id }, select: SETTLED_SELECT })
  const former = await paidBefore(tx, change)
  const { subscriptionId, periodEnd, planCode, mau, price, organizationId } = change
  if (!former || subscriptionId === null || periodEnd === null) return false
  const [subscription] = await tx.subscription.updateManyAndReturn({
    where: { id: subscriptionId, status: { not: 'ENDED' }, periodEnd, planCode, mau, price },
    data: termsOf(former),
    select: { id: true, planName: true, licenseId: true, periodEnd: true, cancelAtPeriodEnd: true },
  })
  if (!subscription) return false
  const move = { validUntil: licenseEnd(subscription), mauThreshold: former.mau }
  await moveLicenseEnd(tx, ctx, { id: subscription.licenseId, ...move })
  await record(tx, ctx, {
    action: 'subscription.change',
    object: subscriptionObject(subscription),
    organizationId,
    before: { planCode, mau },
    after: { planCode: former.planCode, mau: former.mau, reason },
  })
  const mailed = { ...(await latestOrder(tx, subscription.id)), planName: former.planName, mau: former.mau }
  await queueMail(tx, ctx, undoneMail(ctx, mailed, { dearer: change.planName, reason }))
  return true
}

/** What else was paid for the same period, if that was before it; null where a later change stands on this one. */
async function paidBefore(tx: Tx, { kind, ...change }: SettledOrder): Promise<SettledOrder | null> {
  const { subscriptionId, periodEnd, number } = change
  if (kind !== 'CHANGE' || subscriptionId === null || periodEnd === null) return null
  const latest = await tx.order.findFirst({
    where: { subscriptionId, periodEnd, status: 'PAID' },
    orderBy: { number: 'desc' },
    select: SETTLED_SELECT,
  })
  return latest && latest.number < number ? latest : null
}
