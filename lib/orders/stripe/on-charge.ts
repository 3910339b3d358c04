import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { mailCustomer } from '@/lib/licenses/mail'
import { putBackInForce, putOutOfForce } from '@/lib/licenses/suspend'
import { log } from '@/lib/log'
import { refundOrder } from '../refund'
import { asked, idOf, stripe } from './client'
import type { Effect, Handler } from './event'
import { stripeProvider } from './provider'

/** A payment was paid back in full: what it paid for ends. A part of it changes nothing but the log. */
export const onRefund: Handler = async (ctx, id) => {
  const charge = await asked(stripe().charges.retrieve(id))
  const order = await paidOrder(ctx, idOf(charge.payment_intent))
  if (!order) return null
  if (charge.refunded) return paidBack(ctx, order, 'The payment was refunded.')
  log.warn({ order: order.id, refunded: charge.amount_refunded }, 'A part of a payment was refunded')
  return null
}

/** While a payment is disputed the license is suspended; how the dispute ends decides. */
export const onDispute: Handler = async (ctx, id) => {
  const dispute = await asked(stripe().disputes.retrieve(id))
  const order = await paidOrder(ctx, idOf(dispute.payment_intent))
  const licenseId = order?.subscription?.licenseId
  if (!order || !licenseId) return null
  switch (dispute.status) {
    case 'needs_response':
    case 'under_review':
      return tx => outOfForce(tx, ctx, licenseId)
    case 'won':
      return tx => backInForce(tx, ctx, licenseId)
    case 'lost':
      return paidBack(ctx, order, 'The payment was disputed and taken back.')
    default:
      // An inquiry alone takes no money away.
      return null
  }
}

const DISPUTED = 'The payment is disputed.'

async function outOfForce(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const out = await putOutOfForce(tx, ctx, { id, reason: DISPUTED })
  if (out) await mailCustomer(tx, ctx, id, { kind: 'suspended', reason: DISPUTED })
}

/** Only what was suspended for the dispute. */
async function backInForce(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const ours = await tx.license.findFirst({ where: { id, suspendedReason: DISPUTED }, select: { id: true } })
  if (ours && (await putBackInForce(tx, ctx, id))) await mailCustomer(tx, ctx, id, { kind: 'resumed' })
}

type Paid = NonNullable<Awaited<ReturnType<typeof paidOrder>>>

async function paidOrder(ctx: Ctx, paymentId: string | null) {
  if (!paymentId) return null
  const order = await ctx.db.order.findUnique({
    where: { stripePaymentId: paymentId },
    select: {
      id: true,
      status: true,
      closedReason: true,
      kind: true,
      periodEnd: true,
      subscription: {
        select: {
          id: true,
          organizationId: true,
          stripeSubscriptionId: true,
          licenseId: true,
          periodEnd: true,
          status: true,
        },
      },
    },
  })
  if (!order) log.warn({ paymentId }, 'Stripe tells of a payment that belongs to no order here')
  return order
}

async function paidBack(ctx: Ctx, order: Paid, why: string): Promise<Effect> {
  const { subscription, periodEnd, kind } = order
  const from = order.status === 'TO_REFUND' ? 'TO_REFUND' : 'PAID'
  const reason = order.closedReason ?? why
  const ends =
    subscription !== null &&
    subscription.status !== 'ENDED' &&
    kind !== 'CHANGE' &&
    periodEnd?.getTime() === subscription.periodEnd.getTime()
  if (ends) await stripeProvider.end(ctx, subscription)
  return tx => refundOrder(tx, ctx, { id: order.id, from, reason, ends: ends ? subscription : null })
}
