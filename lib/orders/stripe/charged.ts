import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Payment, settleOrder } from '../settle'
import { keepToRefund } from '../to-refund'
import { PAYABLE_SELECT, whyUseless } from '../useless'
import type { Effect } from './event'
import { stripeProvider } from './provider'

export const CHARGED_SELECT = {
  id: true,
  status: true,
  kind: true,
  organizationId: true,
  productCode: true,
  planName: true,
  interval: true,
  price: true,
  currency: true,
  periodEnd: true,
  subscription: {
    select: { id: true, organizationId: true, stripeSubscriptionId: true, ...PAYABLE_SELECT },
  },
} satisfies Prisma.OrderSelect

type Charged = Prisma.OrderGetPayload<{ select: typeof CHARGED_SELECT }>

/**
 * What becomes of money that Stripe has charged for an order that is open or void: it settles the order or, where it
 * has no use any more, it is kept to be refunded, and Stripe charges nothing more.
 */
export async function charged(ctx: Ctx, order: Charged, payment: Payment): Promise<Effect> {
  const reason = await whyUseless(ctx.db, ctx, order)
  // First at Stripe: when it fails, Stripe tells us again, and the order is as it was then.
  if (reason !== null) {
    const { organizationId } = order
    const stripeSubscriptionId = payment.stripe?.subscriptionId
    if (stripeSubscriptionId) {
      await stripeProvider.end(ctx, { id: order.id, organizationId, stripeSubscriptionId })
    }
    return tx => keepToRefund(tx, ctx, order.id, { reason, payment })
  }
  if (order.kind === 'CHANGE' && order.subscription) {
    await stripeProvider.change(ctx, order.subscription, order)
  }
  return async tx => {
    if (await settleOrder(tx, ctx, order.id, payment)) return
    const { status } = await tx.order.findUniqueOrThrow({ where: { id: order.id }, select: { status: true } })
    if (status === 'VOID') throw new AppError('CONFLICT', 'The order became void at this moment.')
  }
}
