import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { closeOrder } from '../close'
import { CHARGED_SELECT, type Charged, charged } from './charged'
import { asked, idOf, stripe } from './client'
import { type Handler, step } from './event'
import { keepPrice } from './keep-price'
import { followPayment } from './payment'
import { takePaymentMethod } from './payment-method'
import { follow } from './subscription'
import { chargedAt } from './tax'

/** A checkout was finished, paid later on, failed or left: the order is settled, waits on, or is closed. */
export const onSession: Handler = async (ctx, id, type) => {
  const session = await asked(stripe().checkout.sessions.retrieve(id))
  if (session.mode === 'setup') return takePaymentMethod(ctx, session)
  const order = await ctx.db.order.findUnique({ where: { stripeSessionId: id }, select: CHARGED_SELECT })
  if (!order) {
    log.warn({ session: id, type }, 'Stripe tells of a checkout that belongs to no order here')
    return
  }
  if (session.payment_status === 'paid') return paid(ctx, session, order)
  if (session.status === 'expired') return close(ctx, order.id, 'The checkout was left without paying.')
  if (type === 'checkout.session.async_payment_failed') {
    return close(ctx, order.id, 'The payment failed. Order again to pay another way.')
  }
  // Complete and unpaid: the bank takes its time, and another event comes.
}

async function paid(ctx: Ctx, session: Stripe.Checkout.Session, order: Charged): Promise<void> {
  const subscriptionId = idOf(session.subscription)
  if (subscriptionId) return follow(ctx, subscriptionId)
  const paymentId = idOf(session.payment_intent)
  const charge = chargedAt(session)
  if (order.status === 'OPEN' || order.status === 'VOID') {
    await charged(ctx, order, {
      paidAt: ctx.clock.now(),
      reference: paymentId ?? session.id,
      stripe: { subscriptionId: null, paymentId, invoiceId: null },
      ...(charge && { charged: charge }),
    })
  }
  // After it is settled, and again when we are told again: whatever was agreed last is what Stripe goes on to charge.
  if (order.kind === 'CHANGE' && order.subscription) await keepPrice(ctx, order.subscription.id)
  await followPayment(ctx, paymentId)
}

async function close(ctx: Ctx, id: string, reason: string): Promise<void> {
  await step(ctx, tx => closeOrder(tx, ctx, { id, reason, mail: true }))
}
