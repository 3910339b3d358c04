import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { closeOrdersOf, endSubscription } from '../end'
import { openOrderOf } from '../open-order'
import { holdOrders, placeOrder } from '../place'
import { detailsOf, RENEWED_SELECT } from '../renewal'
import { settleOrder } from '../settle'
import { placeToRefund } from '../to-refund'
import { PAYABLE_SELECT, whyNotPayable } from '../useless'
import type { Terms } from '../view'
import { closeCheckout, endAtStripe } from './calls'
import { step } from './event'
import type { PeriodPayment } from './invoice'

export const CYCLE_SELECT = {
  ...RENEWED_SELECT,
  ...PAYABLE_SELECT,
  stripeSubscriptionId: true,
} satisfies Prisma.SubscriptionSelect

export type Cycling = Prisma.SubscriptionGetPayload<{ select: typeof CYCLE_SELECT }>

interface Charge {
  invoice: Stripe.Invoice
  payment: PeriodPayment
  /** The next period, or one of another interval in place of the one that runs. */
  kind: 'RENEWAL' | 'CHANGE'
  /** What was paid for. */
  terms: Terms
}

/**
 * Stripe has charged a period by itself: the subscription goes on with it or, where that gives nothing any more, it ends
 * there and here, and the money is kept to be refunded.
 */
export async function chargedPeriod(ctx: Ctx, subscription: Cycling, charge: Charge): Promise<void> {
  const { organizationId, productCode } = subscription
  const reason = await whyNotPayable(ctx.db, ctx, { organizationId, productCode, subscription })
  if (reason !== null) {
    await endAtStripe(subscription, reason)
    return step(ctx, tx => endAndKeep(tx, ctx, { ...charge, subscription, reason }))
  }
  // A change that nobody has paid is of the period that is over. CONFLICT while it is being paid: Stripe tells again.
  const open = await openOrderOf(ctx.db, subscription)
  if (open) await closeCheckout(open)
  await step(ctx, tx => renewed(tx, ctx, { ...charge, subscription }))
}

type ChargeOf = Charge & { subscription: Cycling }

const INSTEAD = { RENEWAL: 'The renewal took its place.', CHANGE: 'The plan was changed.' }

/** Our order is made and settled in one. */
async function renewed(tx: Tx, ctx: Ctx, charge: ChargeOf): Promise<void> {
  await holdOrders(tx)
  if (await isKnown(tx, charge)) return
  await closeOrdersOf(tx, ctx, { subscriptionId: charge.subscription.id, reason: INSTEAD[charge.kind] })
  const { id } = await placeOrder(tx, ctx, await orderFor(tx, charge))
  await settleOrder(tx, ctx, { id, payment: charge.payment })
}

async function endAndKeep(
  tx: Tx,
  ctx: Ctx,
  { reason, ...charge }: ChargeOf & { reason: string },
): Promise<void> {
  await holdOrders(tx)
  if (await isKnown(tx, charge)) return
  await endSubscription(tx, ctx, { id: charge.subscription.id, reason })
  // A credit may have paid for it: then there is nothing to pay back.
  if (charge.invoice.amount_paid === 0) return
  const order = await orderFor(tx, charge)
  await placeToRefund(tx, ctx, { order, reason, payment: charge.payment })
}

/** Two events may tell of one invoice at once: whoever waited finds the order of the other. */
async function isKnown(tx: Tx, { invoice }: Charge): Promise<boolean> {
  return (await tx.order.count({ where: { stripeInvoiceId: invoice.id } })) > 0
}

async function orderFor(tx: Tx, { subscription, payment, kind, terms }: ChargeOf) {
  const { id: subscriptionId, organizationId, productCode, currency } = subscription
  return {
    ...terms,
    ...(await detailsOf(tx, organizationId)),
    organizationId,
    productCode,
    currency,
    subscriptionId,
    kind,
    provider: 'STRIPE' as const,
    amount: payment.charged.amount,
    periodStart: payment.period.start,
    periodEnd: payment.period.end,
    dueAt: payment.paidAt,
  }
}
