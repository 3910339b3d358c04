import { organizationPath } from '@/lib/organizations/path'
import { orderNumber } from '../number'
import type { PaymentProvider } from '../provider-type'
import { changePrice, closeCheckout, endAtStripe, stripeIdOf } from './calls'
import { openCheckout } from './checkout'
import { asked, stripe } from './client'
import { beginInterval, quoteInterval } from './interval'
import { keepPrice } from './keep-price'
import { keepPriceLater } from './keep-price-later'
import { openLate, openPaymentMethod } from './pages'
import { leftAtStripe, refundAtStripe } from './pay-back'

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

  async close(_ctx, order) {
    await closeCheckout(order)
  },

  async cancel(_ctx, subscription, atPeriodEnd) {
    const change = { cancel_at_period_end: atPeriodEnd }
    await asked(stripe().subscriptions.update(stripeIdOf(subscription), change))
  },

  async change(ctx, subscription, terms) {
    await keepPriceLater(ctx.db, subscription)
    await changePrice(subscription, terms)
  },

  async keepPrice(ctx, { id }) {
    await keepPrice(ctx, id)
  },

  openLate,
  openPaymentMethod,
  quoteInterval,
  beginInterval,

  left: leftAtStripe,
  refund: refundAtStripe,

  async end(_ctx, subscription, reason) {
    await endAtStripe(subscription, reason)
  },
}
