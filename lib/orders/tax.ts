import { env } from '@/lib/env'
import type { PaymentMethod } from './view'

/** What is to be paid, and the tax in it, in minor units; the label is null where there is no tax. */
export interface Taxed {
  amount: number
  tax: number
  taxLabel: string | null
}

/** Thousandths of a percent in one whole. */
const WHOLE = 100_000n

/**
 * The tax on a price is the rate of the settings, rounded once to the minor unit, half up. Through Stripe it is Stripe
 * that adds it, and tells with the payment what it was.
 */
export function taxed(net: number, method: PaymentMethod): Taxed {
  const { INVOICE_TAX_RATE: rate } = env()
  if (method === 'STRIPE' || rate === 0) return { amount: net, tax: 0, taxLabel: null }
  const tax = Number((BigInt(net) * BigInt(rate) + WHOLE / 2n) / WHOLE)
  return { amount: net + tax, tax, taxLabel: label() }
}

/** What decides on the tax of a subscription, or of one that is ordered now. */
interface Taxing {
  provider: PaymentMethod
  automaticTax: boolean
}

/** What stands beside a price: "plus VAT 19%"; null: it is all there is to pay. */
export function taxNote({ provider, automaticTax }: Taxing): string | null {
  if (provider === 'STRIPE') return automaticTax ? 'plus tax' : null
  return env().INVOICE_TAX_RATE === 0 ? null : `plus ${label()}`
}

/** Whether Stripe adds tax to subscriptions that are ordered now. */
export function addsAutomaticTax(): boolean {
  return env().STRIPE_AUTOMATIC_TAX === 'on'
}

function label(): string {
  const { INVOICE_TAX_LABEL, INVOICE_TAX_RATE } = env()
  return `${INVOICE_TAX_LABEL} ${INVOICE_TAX_RATE / 1000}%`
}
