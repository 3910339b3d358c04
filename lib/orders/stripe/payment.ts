import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { liftDispute, suspendForDispute } from '../dispute'
import { refundOrder } from '../refund'
import { noteRefundFailed } from '../refund-failed'
import { undoChange } from '../undo-change'
import { endAtStripe } from './calls'
import { asked, stripe } from './client'
import { step, untilStill } from './event'
import { keepPrice } from './keep-price'
import { didNotArrive, refundsOf } from './refunds'

/**
 * Brings an order to where its payment stands at Stripe: paid back, disputed, or neither; a refund that failed is none. A payment whose order is not
 * there yet is looked at again when its invoice or checkout is told of.
 */
export async function followPayment(ctx: Ctx, paymentId: string | null): Promise<void> {
  if (paymentId === null) return
  await untilStill(
    () => readCharge(paymentId),
    charge => takeCharge(ctx, paymentId, charge),
  )
}

interface ChargeState {
  refunded: 'all' | 'part' | 'nothing'
  /** What has not gone back, as Stripe counts it; null: nothing was charged, as far as Stripe says. */
  left: number | null
  /** Of the latest dispute; null: there is none. */
  dispute: Stripe.Dispute.Status | null
}

export async function readCharge(paymentId: string): Promise<ChargeState> {
  const expand = ['latest_charge']
  const { latest_charge: charge } = await asked(stripe().paymentIntents.retrieve(paymentId, { expand }))
  if (charge === null || typeof charge === 'string') return { refunded: 'nothing', left: null, dispute: null }
  const refunded = charge.refunded ? 'all' : charge.amount_refunded > 0 ? 'part' : 'nothing'
  const left = charge.amount_captured - charge.amount_refunded
  return { refunded, left, dispute: charge.disputed ? await latestDispute(paymentId) : null }
}

async function latestDispute(payment_intent: string): Promise<Stripe.Dispute.Status | null> {
  const { data } = await asked(stripe().disputes.list({ payment_intent, limit: 1 }))
  return data[0]?.status ?? null
}

/** Whether anything changed here. */
async function takeCharge(ctx: Ctx, paymentId: string, charge: ChargeState): Promise<boolean> {
  const where = { stripePaymentId: paymentId }
  const order = await ctx.db.order.findUnique({ where, select: SELECT })
  if (!order) {
    log.warn({ paymentId }, 'Stripe tells of a payment that belongs to no order here, or to none yet')
    return false
  }
  if (charge.refunded === 'all') return paidBack(ctx, order, 'The payment was refunded.')
  if (charge.refunded === 'part') log.warn({ order: order.id }, 'A part of a payment was refunded')
  if (order.status === 'REFUNDED' && (await takeFailedRefund(ctx, paymentId, order))) return true
  return takeDispute(ctx, order, charge.dispute)
}

/** What was refunded is with us again where the bank did not take it. Read anew: the order may have been refunded since. */
async function takeFailedRefund(ctx: Ctx, paymentId: string, order: Paid): Promise<boolean> {
  const { id, closedAt, closedReason } = order
  if (closedAt === null || closedReason === null || !didNotArrive(await refundsOf(paymentId))) return false
  const { refunded, dispute } = await readCharge(paymentId)
  if (refunded === 'all' || dispute === 'lost') return false
  return step(ctx, tx => noteRefundFailed(tx, ctx, { id, closedAt, closedReason }))
}

/** While a payment is disputed what it pays for is suspended; how the dispute ends decides. */
async function takeDispute(ctx: Ctx, order: Paid, status: ChargeState['dispute']): Promise<boolean> {
  const licenseId = order.subscription?.licenseId
  switch (status) {
    case 'needs_response':
    case 'under_review':
      return licenseId && paysForNow(order) ? step(ctx, tx => suspendForDispute(tx, ctx, licenseId)) : false
    case 'won':
      return licenseId ? step(ctx, tx => liftDispute(tx, ctx, licenseId)) : false
    case 'lost':
      return paidBack(ctx, order, 'The payment was disputed and taken back.')
    default:
      // No dispute, or an inquiry alone, which takes no money away.
      return false
  }
}

/** What it paid for ends, where that runs. */
async function paidBack(ctx: Ctx, order: Paid, why: string): Promise<boolean> {
  const { id, subscription } = order
  const from = order.status === 'TO_REFUND' ? 'TO_REFUND' : 'PAID'
  const reason = order.closedReason ?? why
  if (subscription && paysForNow(order)) {
    await endAtStripe(subscription, reason)
    return step(ctx, tx => refundOrder(tx, ctx, { id, from, reason, ends: subscription }))
  }
  const changed = await step(ctx, async tx => {
    if (!(await refundOrder(tx, ctx, { id, from, reason, ends: null }))) return false
    if (from === 'PAID') await undoChange(tx, ctx, { id, reason })
    // The time that runs was paid for otherwise.
    if (subscription) await liftDispute(tx, ctx, subscription.licenseId)
    return true
  })
  if (subscription && order.kind === 'CHANGE') await keepPrice(ctx, subscription.id)
  return changed
}

const SELECT = {
  id: true,
  kind: true,
  status: true,
  closedAt: true,
  closedReason: true,
  stripeInvoiceId: true,
  periodEnd: true,
  subscription: {
    select: {
      id: true,
      organizationId: true,
      stripeSubscriptionId: true,
      licenseId: true,
      periodEnd: true,
    },
  },
} satisfies Prisma.OrderSelect

type Paid = Prisma.OrderGetPayload<{ select: typeof SELECT }>

/**
 * Whether the license is in force for this very payment: it paid an invoice of the subscription, for the period that
 * runs or was the last. The difference of a change was paid beside it, and what is to be refunded pays for nothing.
 */
function paysForNow({ status, subscription, stripeInvoiceId, periodEnd }: Paid): boolean {
  if (status !== 'PAID' || subscription === null) return false
  return stripeInvoiceId !== null && periodEnd?.getTime() === subscription.periodEnd.getTime()
}
