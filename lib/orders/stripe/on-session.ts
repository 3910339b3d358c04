import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { closeOrder } from '../close'
import type { Payment } from '../settle'
import { CHARGED_SELECT, charged } from './charged'
import { asked, idOf, stripe } from './client'
import type { Effect, Handler } from './event'
import { paymentOf } from './on-invoice'

/** A checkout was finished, paid later on, failed or left: the order is settled, waits on, or is closed. */
export const onSession: Handler = async (ctx, id, type) => {
  const session = await asked(stripe().checkout.sessions.retrieve(id))
  const order = await orderOf(ctx, session)
  if (!order) {
    log.warn({ session: id, type }, 'Stripe tells of a checkout that belongs to no order here')
    return null
  }
  if (order.status !== 'OPEN' && order.status !== 'VOID') return null
  if (session.payment_status === 'paid') return charged(ctx, order, await paymentFor(ctx, session))
  if (order.status === 'VOID') return null
  if (session.status === 'expired') return closing(ctx, order.id, 'The checkout was left without paying.')
  if (type === 'checkout.session.async_payment_failed') {
    return closing(ctx, order.id, 'The payment failed. Order again to pay another way.')
  }
  // Complete and unpaid: the bank takes its time, and another event comes.
  return null
}

async function orderOf({ db }: Ctx, { id }: Stripe.Checkout.Session) {
  return db.order.findUnique({ where: { stripeSessionId: id }, select: CHARGED_SELECT })
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
