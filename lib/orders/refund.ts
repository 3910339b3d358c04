import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { takeBack } from '@/lib/licenses/revoke'
import { endSubscription } from './end'
import { holdOrders, orderObject } from './place'

interface Refund {
  id: string
  /** Where it stands. */
  from: 'PAID' | 'TO_REFUND'
  /** A sentence for the customer. */
  reason: string
  /** The subscription whose running period the order has paid for; null: another one. */
  ends: { id: string; licenseId: string } | null
  /** How people of staff returned it, where no provider did. */
  note?: string
}

/** Notes within the caller's transaction that an order was paid back, and ends what it paid for. False when known. */
export async function refundOrder(tx: Tx, ctx: Ctx, { id, from, ...refund }: Refund): Promise<boolean> {
  const { reason, ends, note } = refund
  await holdOrders(tx)
  const [order] = await tx.order.updateManyAndReturn({
    where: { id, status: from },
    data: {
      status: 'REFUNDED',
      closedAt: ctx.clock.now(),
      closedReason: reason,
      refundNote: note ?? null,
      refundFailedAt: null,
    },
    select: { id: true, number: true, organizationId: true },
  })
  if (!order) return false
  await record(tx, ctx, {
    action: 'order.refund',
    object: orderObject(order),
    organizationId: order.organizationId,
    before: { status: from },
    after: { status: 'REFUNDED', reason, ...(note && { note }) },
  })
  if (ends) {
    await takeBack(tx, ctx, { id: ends.licenseId, reason })
    await endSubscription(tx, ctx, { id: ends.id, reason })
  }
  return true
}
