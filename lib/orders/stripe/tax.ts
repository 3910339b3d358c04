import type Stripe from 'stripe'
import type { OpenOrder } from '../provider-type'
import type { Charged } from '../settle'
import { addsAutomaticTax } from '../tax'
import { fromStripe } from './amount'

/**
 * Stripe finds out the tax by the address and tax id that it asks for: of a new subscription where the settings say so, of
 * a change where it adds tax to the subscription.
 */
export function taxingCheckout({
  subscription,
}: Pick<OpenOrder, 'subscription'>): Partial<Stripe.Checkout.SessionCreateParams> {
  if (!(subscription?.automaticTax ?? addsAutomaticTax())) return {}
  return {
    automatic_tax: { enabled: true },
    tax_id_collection: { enabled: true },
    customer_update: { address: 'auto', name: 'auto' },
  }
}

/** Our prices are without tax. It says nothing where none is added. */
export const NET = { tax_behavior: 'exclusive' } as const

/** What an invoice has charged; less than its total where a credit paid a part. */
export function chargedBy({ amount_paid, total_taxes, currency }: Stripe.Invoice): Charged {
  const tax = (total_taxes ?? []).reduce((sum, { amount }) => sum + amount, 0)
  return chargedAs({ amount: amount_paid, tax, currency })
}

/** What a checkout that is paid once has charged. */
export function chargedAt(session: Stripe.Checkout.Session): Charged | undefined {
  const { amount_total: amount, currency, total_details } = session
  if (amount === null || currency === null) return undefined
  return chargedAs({ amount, tax: total_details?.amount_tax ?? 0, currency })
}

function chargedAs({ amount, tax, currency }: { amount: number; tax: number; currency: string }): Charged {
  const inOurs = (theirs: number) => fromStripe(theirs, currency.toUpperCase())
  return { amount: inOurs(amount), tax: inOurs(Math.min(Math.max(0, tax), amount)) }
}
