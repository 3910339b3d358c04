import type Stripe from 'stripe'
import { env } from '@/lib/env'
import type { Charged } from '../settle'
import { fromStripe } from './amount'

/** Where the settings say so, Stripe finds out the tax by the address and tax id that it asks for. */
export function taxingCheckout(): Partial<Stripe.Checkout.SessionCreateParams> {
  if (!isAutomatic()) return {}
  return {
    automatic_tax: { enabled: true },
    tax_id_collection: { enabled: true },
    customer_update: { address: 'auto', name: 'auto' },
  }
}

/** Our prices are without tax. */
export function taxingPrice(): { tax_behavior?: 'exclusive' } {
  return isAutomatic() ? { tax_behavior: 'exclusive' } : {}
}

function isAutomatic(): boolean {
  return env().STRIPE_AUTOMATIC_TAX === 'on'
}

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
