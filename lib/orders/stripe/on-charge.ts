import { asked, idOf, stripe } from './client'
import type { Handler } from './event'
import { followPayment } from './payment'

/** A payment, or a part of it, was paid back. */
export const onRefund: Handler = async (ctx, id) => {
  const { payment_intent } = await asked(stripe().charges.retrieve(id))
  await followPayment(ctx, idOf(payment_intent))
}

/** What became of a refund, days later: the bank may not take it. */
export const onRefundUpdate: Handler = async (ctx, id) => {
  const { payment_intent } = await asked(stripe().refunds.retrieve(id))
  await followPayment(ctx, idOf(payment_intent))
}

/** Who paid disputes the payment at their bank, or the dispute is decided. */
export const onDispute: Handler = async (ctx, id) => {
  const { payment_intent } = await asked(stripe().disputes.retrieve(id))
  await followPayment(ctx, idOf(payment_intent))
}
