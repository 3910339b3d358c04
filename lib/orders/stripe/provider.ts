import { AppError } from '@/lib/errors'
import { organizationPath } from '@/lib/organizations/path'
import { orderNumber } from '../number'
import type { NextTerms, PaymentProvider } from '../provider-type'
import { toStripe } from './amount'
import { openCheckout } from './checkout'
import { asked, stripe } from './client'

/** Stripe: a hosted checkout, cards that are charged again by themselves, and messages when something happens. */
export const stripeProvider: PaymentProvider = {
  method: 'STRIPE',

  async open(ctx, order) {
    const { organizationId, number, stripeSessionId } = order
    if (stripeSessionId) {
      const session = await asked(stripe().checkout.sessions.retrieve(stripeSessionId))
      if (session.status === 'open' && session.url) return { url: session.url }
      const path = organizationPath(organizationId, `market/flex/orders/${orderNumber(number)}`)
      if (session.status === 'complete') return { url: `${ctx.issuer}${path}` }
    }
    return openCheckout(ctx, order)
  },

  async close(_ctx, { stripeSessionId }) {
    if (!stripeSessionId) return
    const session = await asked(stripe().checkout.sessions.retrieve(stripeSessionId))
    if (session.status === 'expired') return
    if (session.status === 'complete') {
      throw new AppError('CONFLICT', 'This order is being paid right now. Wait for its confirmation.')
    }
    await asked(stripe().checkout.sessions.expire(stripeSessionId))
  },

  async cancel(_ctx, { stripeSubscriptionId }, atPeriodEnd) {
    const change = { cancel_at_period_end: atPeriodEnd }
    await asked(stripe().subscriptions.update(known(stripeSubscriptionId), change))
  },

  async change(_ctx, { stripeSubscriptionId }, terms) {
    await asked(changePrice(known(stripeSubscriptionId), terms))
  },

  async refund(_ctx, { id, stripePaymentId: payment_intent }) {
    const { data } = await asked(stripe().refunds.list({ payment_intent, limit: 1 }))
    if (data.length > 0) return
    await asked(stripe().refunds.create({ payment_intent }, { idempotencyKey: `${id}-refund` }))
  },

  async end(_ctx, { stripeSubscriptionId }) {
    const id = known(stripeSubscriptionId)
    const { status } = await asked(stripe().subscriptions.retrieve(id))
    if (status !== 'canceled') await asked(stripe().subscriptions.cancel(id, { prorate: false }))
  },
}

/** From the next period on: what was agreed for this one is settled between us and the customer. */
async function changePrice(id: string, { planName, interval, price, currency }: NextTerms): Promise<void> {
  const { items } = await stripe().subscriptions.retrieve(id)
  const [item] = items.data
  if (!item) throw new Error(`The subscription ${id} at Stripe has no item.`)
  const { id: product } = await stripe().products.create({ name: planName })
  await stripe().subscriptions.update(id, {
    proration_behavior: 'none',
    items: [
      {
        id: item.id,
        price_data: {
          product,
          currency: currency.toLowerCase(),
          unit_amount: toStripe(price, currency),
          recurring: { interval: interval === 'MONTH' ? 'month' : 'year' },
        },
      },
    ],
  })
}

function known(stripeSubscriptionId: string | null): string {
  if (stripeSubscriptionId) return stripeSubscriptionId
  throw new Error('A subscription through Stripe has no id there.')
}
