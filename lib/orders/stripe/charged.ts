import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Payment, type Settling, settleOrder } from '../settle'
import { keepToRefund } from '../to-refund'
import { PAYABLE_SELECT, whyUseless } from '../useless'
import { endAtStripe } from './calls'
import { step } from './event'

export const CHARGED_SELECT = {
  id: true,
  status: true,
  kind: true,
  organizationId: true,
  productCode: true,
  periodEnd: true,
  subscription: {
    select: { id: true, organizationId: true, stripeSubscriptionId: true, ...PAYABLE_SELECT },
  },
} satisfies Prisma.OrderSelect

export type Charged = Prisma.OrderGetPayload<{ select: typeof CHARGED_SELECT }>

/**
 * What becomes of money that Stripe has charged for an order that is open or void: it settles the order or, where it
 * has no use any more, it is kept to be refunded, and Stripe charges nothing more.
 */
export async function charged(ctx: Ctx, order: Charged, payment: Payment): Promise<void> {
  const reason = await whyUseless(ctx.db, ctx, order)
  // First at Stripe: when it fails, Stripe tells us again, and the order is as it was then.
  if (reason !== null) {
    const stripeSubscriptionId = payment.stripe?.subscriptionId
    if (stripeSubscriptionId) await endAtStripe({ stripeSubscriptionId }, reason)
    await step(ctx, tx => keepToRefund(tx, ctx, { id: order.id, reason, payment }))
    return
  }
  await step(ctx, tx => settleOrFail(tx, ctx, { id: order.id, payment }))
}

/** CONFLICT when it was closed since it was read: the money must not be lost, so Stripe shall tell again. */
async function settleOrFail(tx: Tx, ctx: Ctx, settling: Settling): Promise<void> {
  if (await settleOrder(tx, ctx, settling)) return
  const { id } = settling
  const { status } = await tx.order.findUniqueOrThrow({ where: { id }, select: { status: true } })
  if (status === 'VOID') throw new AppError('CONFLICT', 'The order became void at this moment.')
}
