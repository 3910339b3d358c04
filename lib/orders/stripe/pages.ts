import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { organizationPath } from '@/lib/organizations/path'
import type { RunningSubscription } from '../provider-type'
import { itemOf, stripeIdOf } from './calls'
import { asked, idOf, stripe } from './client'
import { openInvoices } from './invoice'
import { follow } from './subscription'

/** Stripe's page of the invoice that could not be charged. CONFLICT when none is open there any more. */
export async function openLate(ctx: Ctx, subscription: RunningSubscription): Promise<{ url: string }> {
  const id = stripeIdOf(subscription)
  const [oldest] = await openInvoices(id)
  if (!oldest?.hosted_invoice_url) {
    await follow(ctx, id)
    throw new AppError('CONFLICT', 'Stripe waits for no payment just now. Load this page again.')
  }
  // What pays it there is charged from then on: the former card would be declined at the next renewal again.
  await asked(
    stripe().subscriptions.update(id, {
      payment_settings: { save_default_payment_method: 'on_subscription' },
    }),
  )
  return { url: oldest.hosted_invoice_url }
}

/**
 * A page of Stripe that asks for a card and charges nothing. Stripe's customer portal will not do: it changes the card of
 * the customer, and a subscription that began at a checkout goes on with the card of its own.
 */
export async function openPaymentMethod(
  ctx: Ctx,
  subscription: RunningSubscription,
): Promise<{ url: string }> {
  const theirs = await asked(stripe().subscriptions.retrieve(stripeIdOf(subscription)))
  const back = `${ctx.issuer}${organizationPath(subscription.organizationId, 'market/flex/billing')}`
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: 'setup',
    currency: itemOf(theirs).price.currency,
    customer: idOf(theirs.customer) ?? undefined,
    metadata: { subscription: theirs.id },
    success_url: `${back}?payment-method=given`,
    cancel_url: back,
  }
  const session = await asked(stripe().checkout.sessions.create(params))
  if (!session.url) throw new Error(`The checkout ${session.id} at Stripe has no page.`)
  return { url: session.url }
}
