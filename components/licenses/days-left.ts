import { DAY_MS } from '@/lib/days'
import type { CurrentLicense } from '@/lib/licenses/current'
import type { SubscriptionView } from '@/lib/orders/view'

/** The paid period of the subscription that a license belongs to. */
export type PaidPeriod = Pick<SubscriptionView, 'periodEnd' | 'cancelAtPeriodEnd' | 'status'>

/** "12 days left", "Last day", "Renews in 12 days"; null when no license is in force. */
export function daysLeft(current: CurrentLicense, period: PaidPeriod | null = null): string | null {
  const { daysLeft: days, license } = current
  if (days === null || !license?.verdict.valid) return null
  const paid = paidDays(current, period)
  if (paid === null) return left(days)
  if (isLate(current, period)) return `Payment late, ${left(days).toLowerCase()}`
  return paid === 1 ? 'Renews within a day' : `Renews in ${paid.toLocaleString('en')} days`
}

/** Whether the grace of a payment that is late is all that keeps a license in force. */
export function isLate(current: CurrentLicense, period: PaidPeriod | null): boolean {
  const paid = paidDays(current, period)
  return paid !== null && (paid < 1 || period?.status === 'PAST_DUE')
}

/** Days until the period that is paid for ends; null where nothing renews. */
function paidDays({ daysLeft: days, license }: CurrentLicense, period: PaidPeriod | null): number | null {
  if (days === null || !license?.verdict.valid || period === null || !renews(license, period)) return null
  const grace = Math.round((license.validUntil.getTime() - period.periodEnd.getTime()) / DAY_MS)
  return days - grace
}

/** Whether a license goes on after the paid period, its end being that of the grace. */
export function renews({ kind }: { kind: string }, { cancelAtPeriodEnd }: PaidPeriod): boolean {
  return kind === 'SUBSCRIPTION' && !cancelAtPeriodEnd
}

function left(days: number): string {
  return days === 1 ? 'Last day' : `${days.toLocaleString('en')} days left`
}
