import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import type { Prisma } from '@/lib/generated/prisma/client'
import { wholeSecond } from '@/lib/licenses/grant'
import { giveLicense } from './license'
import { paidMail } from './mails'
import { licenseEnd, periodEnd } from './periods'
import { holdOrders, orderObject } from './place'
import { SETTLED_SELECT, type SettledOrder, termsOf } from './settled-order'
import { applyChange, applyRenewal, type Period, subscriptionObject } from './subscription'

/** How an order was paid. */
export interface Payment {
  paidAt: Date
  /** What the payment is known by. */
  reference: string
  /** What Stripe has made of it; absent where nobody but us knows. */
  stripe?: { subscriptionId: string | null; paymentId: string | null; invoiceId: string | null }
  /** The period that was paid for, where somebody else counts it. */
  period?: Period
  /** What was charged, where somebody else adds the tax and takes credits off. */
  charged?: Charged
}

/** In minor units. */
export interface Charged {
  amount: number
  tax: number
}

/** An order, and how it was paid. */
export interface Settling {
  id: string
  payment: Payment
}

/**
 * Settles an open order within the caller's transaction, who has authorized: it is paid, the subscription runs, the
 * license is given or extended, and the customer has mail. False when it is not open any more.
 */
export async function settleOrder(tx: Tx, ctx: Ctx, { id, payment }: Settling): Promise<boolean> {
  await holdOrders(tx)
  const order = await markPaid(tx, ctx, { id, payment })
  if (!order) return false
  switch (order.kind) {
    case 'NEW':
      await startSubscription(tx, ctx, { order, payment })
      break
    case 'RENEWAL':
      await applyRenewal(tx, ctx, order)
      break
    case 'CHANGE':
      // Another interval begins a period of its own; another plan holds for the rest of the one that runs.
      await (payment.period ? applyRenewal(tx, ctx, order) : applyChange(tx, ctx, order))
      break
  }
  await queueMail(tx, ctx, paidMail(ctx, order))
  return true
}

/** Open → paid, in one statement: of two who settle at once, one does. */
async function markPaid(tx: Tx, ctx: Ctx, { id, payment }: Settling): Promise<SettledOrder | null> {
  const [order] = await tx.order.updateManyAndReturn({
    where: { id, status: 'OPEN' },
    data: { status: 'PAID', ...paidColumns(ctx, payment) },
    select: SETTLED_SELECT,
  })
  if (!order) return null
  await record(tx, ctx, {
    action: 'order.pay',
    object: orderObject(order),
    organizationId: order.organizationId,
    before: { status: 'OPEN' },
    after: { status: 'PAID', reference: payment.reference, amount: order.amount, currency: order.currency },
  })
  return order
}

/** How an order was paid, as it is stored. */
export function paidColumns(ctx: Ctx, { paidAt, reference, stripe, charged }: Payment) {
  return {
    paidAt,
    paidReference: reference,
    paidByName: ctx.actor.name,
    ...(stripe && { stripePaymentId: stripe.paymentId, stripeInvoiceId: stripe.invoiceId }),
    ...(charged && { ...charged, taxLabel: charged.tax > 0 ? 'Tax' : null }),
  }
}

interface Starting {
  order: SettledOrder
  payment: Payment
}

/** The first order of a subscription: a new license, in place of the trial or of what has ended. */
async function startSubscription(tx: Tx, ctx: Ctx, { order, payment }: Starting): Promise<void> {
  const period = payment.period ?? firstPeriod(ctx, order)
  const { id: licenseId } = await giveLicense(tx, ctx, {
    order,
    validFrom: period.start,
    validUntil: licenseEnd({ periodEnd: period.end, cancelAtPeriodEnd: false }),
  })
  const data: Prisma.SubscriptionUncheckedCreateInput = {
    organizationId: order.organizationId,
    productCode: order.productCode,
    provider: order.provider,
    ...termsOf(order),
    anchorDay: period.start.getUTCDate(),
    periodStart: period.start,
    periodEnd: period.end,
    licenseId,
    stripeSubscriptionId: payment.stripe?.subscriptionId ?? null,
    createdAt: ctx.clock.now(),
  }
  const subscription = await tx.subscription.create({ data, select: { id: true, planName: true } })
  await tx.order.update({
    where: { id: order.id },
    data: { subscriptionId: subscription.id, periodStart: period.start, periodEnd: period.end },
    select: { id: true },
  })
  await record(tx, ctx, {
    action: 'subscription.start',
    object: subscriptionObject(subscription),
    organizationId: order.organizationId,
    after: { planCode: order.planCode, mau: order.mau, periodEnd: period.end.toISOString() },
  })
}

function firstPeriod(ctx: Ctx, order: SettledOrder): Period {
  const start = wholeSecond(ctx.clock.now())
  return { start, end: periodEnd(start, order.interval, start.getUTCDate()) }
}
