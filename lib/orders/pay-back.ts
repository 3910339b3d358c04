import { giveTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { AppError } from '@/lib/errors'
import { MAILED_SELECT, refundedMail } from './mails'
import { providerOf } from './providers'
import { refundOrder } from './refund'
import type { MarkReturnedInput, OrderRef, PayBackInput } from './schema'
import { getStaffOrder, orderForStaff, settled } from './staff'
import type { StaffOrderView } from './view'

/**
 * Pays back what is left of money that pays for nothing, through Stripe. CONFLICT when that is not this amount any more,
 * or when the order is not to be refunded, or not there.
 */
export async function payBackOrder(ctx: Ctx, { amount, ...ref }: PayBackInput): Promise<StaffOrderView> {
  const order = await orderToRefund(ctx, ref)
  const { id, provider, stripePaymentId, currency } = order
  if (stripePaymentId === null) {
    throw new AppError(
      'CONFLICT',
      'Stripe names no payment for this order. Return the money, then mark it as returned.',
    )
  }
  await providerOf(provider).refund({ id, stripePaymentId, currency, amount })
  // Stripe tells of it too, and may have been faster: then it is noted already.
  await ctx.db.$transaction(tx => noteReturned(tx, ctx, order))
  return getStaffOrder(ctx, ref)
}

/** Notes that staff returned such money by hand, and how. CONFLICT when the order is not to be refunded (any more). */
export async function markReturned(ctx: Ctx, { note, ...ref }: MarkReturnedInput): Promise<StaffOrderView> {
  const order = await orderToRefund(ctx, ref)
  const done = await giveTo(ctx, order.organizationId, tx => noteReturned(tx, ctx, { ...order, note }))
  const after = await getStaffOrder(ctx, ref)
  if (!done) throw settled(after)
  return after
}

type ToRefund = Awaited<ReturnType<typeof orderToRefund>>

/** An order whose money is to go back. CONFLICT for any other, NOT_FOUND and FORBIDDEN as for every order. */
export async function orderToRefund(ctx: Ctx, ref: OrderRef) {
  const order = await orderForStaff(ctx, ref)
  if (order.status !== 'TO_REFUND') throw settled(await getStaffOrder(ctx, ref))
  return order
}

/** The customer has mail. False when it was noted before. */
async function noteReturned(
  tx: Tx,
  ctx: Ctx,
  { id, closedReason, note }: ToRefund & { note?: string },
): Promise<boolean> {
  const reason = closedReason ?? 'It was paid back.'
  const refund = { id, from: 'TO_REFUND' as const, reason, ends: null, ...(note && { note }) }
  if (!(await refundOrder(tx, ctx, refund))) return false
  const order = await tx.order.findUniqueOrThrow({ where: { id }, select: MAILED_SELECT })
  await queueMail(tx, ctx, refundedMail(ctx, order))
  return true
}
