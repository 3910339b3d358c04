import Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { asked, idOf, stripe } from './client'
import { openInvoices } from './invoice'
import { follow } from './subscription'

/**
 * Somebody gave another payment method on Stripe's page: the subscription is charged to it from now on, and what is late
 * at once. Of several such pages the latest holds, whichever is told of.
 */
export async function takePaymentMethod(ctx: Ctx, session: Stripe.Checkout.Session): Promise<void> {
  const id = session.metadata?.subscription ?? ''
  const ours = await ctx.db.subscription.count({
    where: { stripeSubscriptionId: id, status: { not: 'ENDED' } },
  })
  if (ours === 0) {
    log.warn({ session: session.id }, 'Stripe tells of a card for a subscription that does not run here')
    return
  }
  const theirs = await asked(stripe().subscriptions.retrieve(id))
  const method = await latestMethod(theirs)
  if (!method || theirs.status === 'canceled') return
  if (idOf(theirs.default_payment_method) !== method) {
    await asked(stripe().subscriptions.update(id, { default_payment_method: method }))
  }
  for (const invoice of await openInvoices(id)) await charge(invoice, method)
  await follow(ctx, id)
}

/** What was given last for this subscription; null: nothing. */
async function latestMethod({ id, customer }: Stripe.Subscription): Promise<string | null> {
  const params = { customer: idOf(customer) ?? '', status: 'complete', limit: 100 } as const
  const { data } = await asked(stripe().checkout.sessions.list({ ...params, expand: ['data.setup_intent'] }))
  const latest = data.find(({ mode, metadata }) => mode === 'setup' && metadata?.subscription === id)
  const intent = latest?.setup_intent
  return intent && typeof intent !== 'string' ? idOf(intent.payment_method) : null
}

/** Once for each card, however often it is told of. When it is declined the payment stays late, and the portal says so. */
async function charge({ id }: Stripe.Invoice, method: string): Promise<void> {
  const once = { idempotencyKey: `${id}-${method}` }
  const paying = stripe().invoices.pay(id, { payment_method: method }, once)
  await asked(
    paying.catch(error => {
      if (!(error instanceof Stripe.errors.StripeError && error.statusCode === 402)) throw error
      log.info({ invoice: id }, 'Stripe could not charge what is late to the new payment method')
    }),
  )
}
