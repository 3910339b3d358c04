import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'
import { orderNumber } from '../number'
import type { OpenOrder } from '../provider-type'
import { toStripe } from './amount'
import { recurringPrice } from './calls'
import { asked, askedOnce, stripe } from './client'
import { NET, taxingCheckout } from './tax'

type Params = Stripe.Checkout.SessionCreateParams

/** A page of Stripe's where this order is paid. The same page when it is asked for again at the same time. */
export async function openCheckout(ctx: Ctx, order: OpenOrder): Promise<{ url: string }> {
  const customer = await customerOf(ctx, order)
  const path = organizationPath(order.organizationId, `market/flex/orders/${orderNumber(order.number)}`)
  const params: Params = {
    customer,
    client_reference_id: order.id,
    metadata: { order: order.id },
    success_url: `${ctx.issuer}${path}`,
    cancel_url: `${ctx.issuer}${path}`,
    ...taxingCheckout(order),
    ...(order.kind === 'NEW' ? subscribing(order) : payingOnce(order)),
  }
  const key = `${order.id}-after-${order.stripeSessionId ?? 'none'}`
  const session = await askedOnce(key, once => stripe().checkout.sessions.create(params, once))
  if (!session.url) throw new Error(`The checkout ${session.id} at Stripe has no page.`)
  await ctx.db.order.updateMany({
    where: { id: order.id, status: 'OPEN' },
    data: { stripeSessionId: session.id },
  })
  return { url: session.url }
}

function subscribing({ id, organizationId, planName, mau, interval, price, currency }: OpenOrder): Params {
  const description = `Up to ${mau} monthly active users`
  return {
    mode: 'subscription',
    subscription_data: { metadata: { order: id, organization: organizationId } },
    line_items: [
      {
        quantity: 1,
        price_data: {
          ...recurringPrice({ price, currency, interval }),
          product_data: { name: planName, description },
        },
      },
    ],
  }
}

/** The difference between two plans, for the rest of the period. */
function payingOnce({ id, planName, amount, currency }: OpenOrder): Params {
  const name = `Change to ${planName}, for the rest of the period`
  const price_data = {
    currency: currency.toLowerCase(),
    unit_amount: toStripe(amount, currency),
    product_data: { name },
    ...NET,
  }
  return {
    mode: 'payment',
    payment_intent_data: { metadata: { order: id } },
    line_items: [{ quantity: 1, price_data }],
  }
}

/** The organization as Stripe's customer, with its latest name and address for mail. */
async function customerOf(ctx: Ctx, { id: orderId, organizationId, details }: OpenOrder): Promise<string> {
  const { company: name, email } = details
  const where = { organizationId }
  const kept = await ctx.db.billingDetails.findUnique({ where, select: { stripeCustomerId: true } })
  if (kept?.stripeCustomerId) {
    await asked(stripe().customers.update(kept.stripeCustomerId, { name, email }))
    return kept.stripeCustomerId
  }
  const metadata = { organization: organizationId }
  // Pressed twice at once it is one customer, so that both ask for the same page.
  const { id } = await askedOnce(`${orderId}-customer`, once =>
    stripe().customers.create({ name, email, metadata }, once),
  )
  await ctx.db.billingDetails.updateMany({
    where: { ...where, stripeCustomerId: null },
    data: { stripeCustomerId: id },
  })
  return id
}
