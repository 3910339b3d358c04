import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import type { Prisma } from '@/lib/generated/prisma/client'
import { moveLicenseEnd } from '@/lib/licenses/move-end'
import { closeOrder } from './close'
import { latestOrder } from './latest-order'
import { endedMail } from './mails'
import { holdOrders } from './place'
import { subscriptionObject } from './subscription'

interface End {
  id: string
  /** A sentence for the customer. */
  reason: string
  /** When the license ends; absent: it keeps the end that it has. */
  licenseUntil?: Date
  /** What must hold of it still; absent: nothing else. */
  where?: Prisma.SubscriptionWhereInput
}

/**
 * Ends a subscription within the caller's transaction, who has authorized and told the provider: what is open of it is
 * closed, and the customer has mail. False when it has ended already, or `where` holds no more.
 */
export async function endSubscription(tx: Tx, ctx: Ctx, { id, reason, ...end }: End): Promise<boolean> {
  const { licenseUntil, where = {} } = end
  await holdOrders(tx)
  const [ended] = await tx.subscription.updateManyAndReturn({
    where: { AND: [{ id, status: { not: 'ENDED' } }, where] },
    data: { status: 'ENDED', endedAt: ctx.clock.now(), endedReason: reason },
    select: { id: true, planName: true, organizationId: true, licenseId: true, mau: true },
  })
  if (!ended) return false
  if (licenseUntil) {
    const { licenseId, mau: mauThreshold } = ended
    await moveLicenseEnd(tx, ctx, { id: licenseId, validUntil: licenseUntil, mauThreshold })
  }
  await closeOrdersOf(tx, ctx, { subscriptionId: id, reason: 'The subscription has ended.' })
  await record(tx, ctx, {
    action: 'subscription.end',
    object: subscriptionObject(ended),
    organizationId: ended.organizationId,
    after: { status: 'ENDED', reason },
  })
  await queueMail(tx, ctx, endedMail(ctx, await latestOrder(tx, id), reason))
  return true
}

interface ClosingAll {
  subscriptionId: string
  /** A sentence that stands on each. */
  reason: string
}

/** Closes what is open of a subscription, whose customer learns by other means what happened to it. */
export async function closeOrdersOf(tx: Tx, ctx: Ctx, { subscriptionId, reason }: ClosingAll): Promise<void> {
  const where = { subscriptionId, status: 'OPEN' as const }
  for (const { id } of await tx.order.findMany({ where, select: { id: true } })) {
    await closeOrder(tx, ctx, { id, reason, mail: false })
  }
}
