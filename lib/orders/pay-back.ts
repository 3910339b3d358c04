import type { Ctx } from '@/lib/context'
import { queueMail } from '@/lib/email/queue'
import { AppError } from '@/lib/errors'
import { MAILED_SELECT, refundedMail } from './mails'
import { providerOf } from './providers'
import { refundOrder } from './refund'
import type { OrderRef } from './schema'
import { getStaffOrder, orderForStaff, settled } from './staff'
import type { StaffOrderView } from './view'

/** Pays back money that pays for nothing, through whom it came. CONFLICT when the order is not one to be refunded. */
export async function payBackOrder(ctx: Ctx, ref: OrderRef): Promise<StaffOrderView> {
  const { id, provider, status, stripePaymentId, closedReason } = await orderForStaff(ctx, ref)
  if (status !== 'TO_REFUND') throw settled(await getStaffOrder(ctx, ref))
  if (stripePaymentId === null) {
    throw new AppError(
      'CONFLICT',
      'Stripe named no payment for this order. Look for it in Stripe’s dashboard.',
    )
  }
  await providerOf(provider).refund(ctx, { id, stripePaymentId })
  // Stripe tells of it too, and may have been faster: then it is noted already.
  await ctx.db.$transaction(async tx => {
    const reason = closedReason ?? 'It was paid back.'
    if (!(await refundOrder(tx, ctx, { id, from: 'TO_REFUND', reason, ends: null }))) return
    const order = await tx.order.findUniqueOrThrow({ where: { id }, select: MAILED_SELECT })
    await queueMail(ctx, tx, refundedMail(ctx, order))
  })
  return getStaffOrder(ctx, ref)
}
