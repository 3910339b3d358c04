import type { Wire } from '@/components/ui/data-table'
import type { Tone } from '@/components/ui/status-badge'
import { money } from '@/lib/orders/money'
import type { BillingInterval, OrderStatus } from '@/lib/orders/schema'
import type { Taxed } from '@/lib/orders/tax'
import type { OrderKind, OrderView } from '@/lib/orders/view'

export const ORDER_STATUS: Record<OrderStatus, { label: string; tone: Tone }> = {
  OPEN: { label: 'Open', tone: 'waiting' },
  PAID: { label: 'Paid', tone: 'good' },
  VOID: { label: 'Void', tone: 'neutral' },
  TO_REFUND: { label: 'To be refunded', tone: 'bad' },
  REFUNDED: { label: 'Refunded', tone: 'neutral' },
}

/** To be refunded, after a refund that did not arrive. */
export const NOT_REFUNDED: { label: string; tone: Tone } = { label: 'Not refunded', tone: 'bad' }

/** What lists of orders are narrowed by. */
export const STATUS_OPTIONS = Object.entries(ORDER_STATUS).map(([value, { label }]) => ({ value, label }))

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

/** "1,600 monthly active users" */
export function mauText(mau: number): string {
  return `${mau.toLocaleString('en')} monthly active users`
}

/** "2027-02-28", as people write a day that is the same everywhere. */
export function dayText(at: Date | string): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** As the page has it, or as the portal read sends it. */
type Period = Pick<OrderView | Wire<OrderView>, 'periodStart' | 'periodEnd'>

/** "2027-02-28 to 2027-03-28" */
export function periodText({ periodStart, periodEnd }: Period): string {
  return periodStart && periodEnd ? `${dayText(periodStart)} to ${dayText(periodEnd)}` : 'From the payment on'
}
