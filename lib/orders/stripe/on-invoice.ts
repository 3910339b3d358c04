import { asked, stripe } from './client'
import type { Handler } from './event'
import { paymentIdOf, subscriptionOf } from './invoice'
import { followPayment } from './payment'
import { follow } from './subscription'

/** An invoice of a subscription was paid, or could not be charged. */
export const onInvoice: Handler = async (ctx, id) => {
  const invoice = await asked(stripe().invoices.retrieve(id, { expand: ['payments'] }))
  const subscriptionId = subscriptionOf(invoice)
  if (!subscriptionId) return
  await follow(ctx, subscriptionId)
  // Its order is there now. What became of the payment meanwhile may have been told before it was.
  await followPayment(ctx, paymentIdOf(invoice))
}
