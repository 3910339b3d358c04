import type { Tone } from '@/components/ui/status-badge'
import { money } from '@/lib/orders/money'
import type { BillingInterval, OrderStatus } from '@/lib/orders/schema'
import type { Taxed } from '@/lib/orders/tax'
import type { OrderKind } from '@/lib/orders/view'

export const ORDER_STATUS: Record<OrderStatus, { label: string; tone: Tone }> = {
  OPEN: { label: 'Open', tone: 'waiting' },
  PAID: { label: 'Paid', tone: 'good' },
  VOID: { label: 'Void', tone: 'neutral' },
  TO_REFUND: { label: 'To be refunded', tone: 'bad' },
  REFUNDED: { label: 'Refunded', tone: 'neutral' },
}

export const ORDER_KIND: Record<OrderKind, string> = {
  NEW: 'Subscription',
  RENEWAL: 'Renewal',
  CHANGE: 'Change of plan',
}

export const INTERVAL: Record<BillingInterval, { label: string; per: string }> = {
  MONTH: { label: 'Monthly', per: 'month' },
  YEAR: { label: 'Yearly', per: 'year' },
}

/** "$50.00 a month" */
export function priceText(price: number, currency: string, interval: BillingInterval): string {
  return `${money(price, currency)} a ${INTERVAL[interval].per}`
}

/** "$59.50, with $9.50 VAT 19%" */
export function amountText({ amount, tax, taxLabel, currency }: Taxed & { currency: string }): string {
  const all = money(amount, currency)
  return taxLabel ? `${all}, with ${money(tax, currency)} ${taxLabel}` : all
}

const number = new Intl.NumberFormat('en-US')

/** "1,600 monthly active users" */
export function mauText(mau: number): string {
  return `${number.format(mau)} monthly active users`
}

/** "2027-02-28", as people write a day that is the same everywhere. */
export function dayText(at: Date | string): string {
  return new Date(at).toISOString().slice(0, 10)
}
