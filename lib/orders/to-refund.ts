import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { MAILED_SELECT, type MailedOrder, paidForNothingMail } from './mails'
import { holdOrders, type NewOrder, orderObject, placeOrder } from './place'
import { type Payment, paidColumns } from './settle'
import { mailStaff } from './staff-mail'

interface Useless {
  /** A sentence for the customer: why the money pays for nothing. */
  reason: string
  payment: Payment
}

/**
 * Keeps money that came in for an open or void order and has no use, within the caller's transaction: the order is to
 * be refunded, and staff and customer have mail. False when it is neither open nor void.
 */
export async function keepToRefund(
  tx: Tx,
  ctx: Ctx,
  { id, ...useless }: Useless & { id: string },
): Promise<boolean> {
  await holdOrders(tx)
  const former = await tx.order.findUnique({ where: { id }, select: { status: true } })
  const [order] = await tx.order.updateManyAndReturn({
    where: { id, status: { in: ['OPEN', 'VOID'] } },
    data: toRefund(ctx, useless),
    select: { id: true, ...MAILED_SELECT },
  })
  if (!former || !order) return false
  await tell(tx, ctx, { order, reason: useless.reason, from: former.status })
  return true
}

/** The same for money that no order was there for: one is placed, to be refunded from the start. */
export async function placeToRefund(
  tx: Tx,
  ctx: Ctx,
  { order, ...useless }: Useless & { order: NewOrder },
): Promise<void> {
  const { id, number } = await placeOrder(tx, ctx, { ...order, ...toRefund(ctx, useless) })
  await tell(tx, ctx, { order: { ...order, id, number }, reason: useless.reason, from: 'OPEN' })
}

function toRefund(ctx: Ctx, { reason, payment }: Useless) {
  const closed = { closedAt: ctx.clock.now(), closedReason: reason }
  return { status: 'TO_REFUND' as const, ...closed, ...paidColumns(ctx, payment) }
}

interface Kept {
  order: MailedOrder & { id: string }
  reason: string
  /** The status that it had. */
  from: string
}

async function tell(tx: Tx, ctx: Ctx, { order, reason, from }: Kept): Promise<void> {
  const { amount, currency, organizationId } = order
  await record(tx, ctx, {
    action: 'order.to-refund',
    object: orderObject(order),
    organizationId,
    before: { status: from },
    after: { status: 'TO_REFUND', reason, amount, currency },
  })
  await queueMail(tx, ctx, paidForNothingMail(ctx, order, reason))
  await mailStaff(tx, ctx, { order, reason })
}
