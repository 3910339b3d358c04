import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { closeOrder } from '../close'
import { type Payment, settleOrder } from '../settle'
import { asked, idOf, stripe } from './client'
import type { Effect, Handler } from './event'
import { paymentOf } from './on-invoice'
import { stripeProvider } from './provider'

/** A checkout was finished, paid later on, failed or left: the order is settled, waits on, or is closed. */
export const onSession: Handler = async (ctx, id, type) => {
  const session = await asked(stripe().checkout.sessions.retrieve(id))
  const order = await orderOf(ctx, session)
  if (!order) {
    log.warn({ session: id, type }, 'Stripe tells of a checkout that belongs to no order here')
    return null
  }
  const paid = session.payment_status === 'paid'
  if (order.status !== 'OPEN') {
    if (paid && order.status === 'VOID') {
      log.error({ order: order.id, session: id }, 'A void order was paid through Stripe: refund it there')
    }
    return null
  }
  if (paid) return settled(ctx, order, session)
  if (session.status === 'expired') return closing(ctx, order.id, 'The checkout was left without paying.')
  if (type === 'checkout.session.async_payment_failed') {
    return closing(ctx, order.id, 'The payment failed. Order again to pay another way.')
  }
  // Complete and unpaid: the bank takes its time, and another event comes.
  return null
}

interface Found {
  id: string
  status: string
  kind: 'NEW' | 'RENEWAL' | 'CHANGE'
  planName: string
  interval: 'MONTH' | 'YEAR'
  price: number
  currency: string
  subscription: { id: string; organizationId: string; stripeSubscriptionId: string | null } | null
}

async function orderOf(ctx: Ctx, session: Stripe.Checkout.Session): Promise<Found | null> {
  return ctx.db.order.findUnique({
    where: { stripeSessionId: session.id },
    select: {
      id: true,
      status: true,
      kind: true,
      planName: true,
      interval: true,
      price: true,
      currency: true,
      subscription: { select: { id: true, organizationId: true, stripeSubscriptionId: true } },
    },
  })
}

async function settled(ctx: Ctx, order: Found, session: Stripe.Checkout.Session): Promise<Effect> {
  const payment = await paymentFor(ctx, session)
  // First at Stripe: when it fails, Stripe tells us again, and the order is still open then.
  if (order.kind === 'CHANGE' && order.subscription) {
    await stripeProvider.change(ctx, order.subscription, order)
  }
  return tx => settleOrder(tx, ctx, order.id, payment)
}

async function paymentFor(ctx: Ctx, session: Stripe.Checkout.Session): Promise<Payment> {
  const invoice = idOf(session.invoice)
  if (invoice) return paymentOf(ctx, invoice)
  const paymentId = idOf(session.payment_intent)
  return {
    paidAt: ctx.clock.now(),
    reference: paymentId ?? session.id,
    stripe: { subscriptionId: null, paymentId, invoiceId: null },
  }
}

function closing(ctx: Ctx, id: string, reason: string): Effect {
  return tx => closeOrder(tx, ctx, id, { reason, mail: true })
}
