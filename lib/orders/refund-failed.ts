import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { MAILED_SELECT, onDay, refundFailedMail } from './mails'
import { holdOrders, orderObject } from './place'
import { mailStaff } from './staff-mail'

interface Failed {
  id: string
  /** When the refund was noted, and why there was one. */
  closedAt: Date
  closedReason: string
}

/**
 * Notes within the caller's transaction that a refund did not arrive: the order is to be refunded again, and staff and
 * customer have mail. False when it was noted before, or the money was returned otherwise.
 */
export async function noteRefundFailed(tx: Tx, ctx: Ctx, failed: Failed): Promise<boolean> {
  const { id, closedAt, closedReason } = failed
  const reason = `${closedReason} The refund of ${onDay(closedAt)} failed: the money did not arrive.`
  const now = ctx.clock.now()
  await holdOrders(tx)
  const [order] = await tx.order.updateManyAndReturn({
    where: { id, status: 'REFUNDED', refundNote: null, closedAt },
    data: { status: 'TO_REFUND', closedAt: now, closedReason: reason, refundFailedAt: now },
    select: { id: true, ...MAILED_SELECT },
  })
  if (!order) return false
  await record(tx, ctx, {
    action: 'order.refund-failed',
    object: orderObject(order),
    organizationId: order.organizationId,
    before: { status: 'REFUNDED' },
    after: { status: 'TO_REFUND', reason },
  })
  await queueMail(tx, ctx, refundFailedMail(ctx, order))
  await mailStaff(tx, ctx, { order, reason })
  return true
}
