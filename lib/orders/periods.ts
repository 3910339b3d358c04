import { daysAfter } from '@/lib/days'
import type { BillingInterval } from './schema'

const MONTHS: Record<BillingInterval, number> = { MONTH: 1, YEAR: 12 }

/**
 * The end of the period that begins at `start`, at the same time of day in UTC. It falls on the anchor day of the month
 * or, where the month is shorter, on its last: 31 January, 28 February, 31 March.
 */
export function periodEnd(start: Date, interval: BillingInterval, anchorDay: number): Date {
  const end = new Date(start)
  // The first is in every month, so that no day runs over into the next one.
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + MONTHS[interval])
  end.setUTCDate(Math.min(anchorDay, daysInMonth(end)))
  return end
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

/** Days for which a license stays in force after a period that nobody has paid on for. */
export const GRACE_DAYS = 14
/** Days before the end of a period in which the next one is ordered, and its invoice mailed. */
export const NOTICE_DAYS: Record<BillingInterval, number> = { MONTH: 7, YEAR: 30 }
/** Days in which an invoice is to be paid. */
export const DUE_DAYS = 14
/** Days after which an order that nobody paid is void. */
export const OPEN_DAYS = 30

/** Until when the license of a subscription is in force: past the paid period by the grace, unless that is the last. */
export function licenseEnd(subscription: { periodEnd: Date; cancelAtPeriodEnd: boolean }): Date {
  const { periodEnd: end, cancelAtPeriodEnd } = subscription
  return cancelAtPeriodEnd ? end : daysAfter(end, GRACE_DAYS)
}
