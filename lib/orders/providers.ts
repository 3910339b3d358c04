import { env } from '@/lib/env'
import { invoiceProvider } from './invoice-provider'
import type { PaymentProvider } from './provider-type'
import { stripeProvider } from './stripe/provider'
import type { PaymentMethod } from './view'

/** How new orders are paid: through Stripe when its keys are set, else by invoice. */
export function currentProvider(): PaymentProvider {
  return providerOf(env().STRIPE_SECRET_KEY ? 'STRIPE' : 'INVOICE')
}

/** How an order or subscription that is there is paid. */
export function providerOf(method: PaymentMethod): PaymentProvider {
  return method === 'STRIPE' ? stripeProvider : invoiceProvider
}
