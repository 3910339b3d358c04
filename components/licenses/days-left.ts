import { DAY_MS } from '@/lib/days'
import type { CurrentLicense } from '@/lib/licenses/current'
import type { SubscriptionView } from '@/lib/orders/view'

/** The paid period of the subscription that a license belongs to. */
export type PaidPeriod = Pick<SubscriptionView, 'periodEnd' | 'cancelAtPeriodEnd' | 'status'>

/** "12 days left", "Last day", "Renews in 12 days"; null when no license is in force. */
export function daysLeft(
  { daysLeft: days, license }: CurrentLicense,
  period: PaidPeriod | null = null,
): string | null {
  if (days === null || !license?.verdict.valid) return null
  if (period === null || !renews(license, period)) return left(days)
  const grace = Math.round((license.validUntil.getTime() - period.periodEnd.getTime()) / DAY_MS)
  const paid = days - grace
  if (period.status === 'PAST_DUE' || paid < 1) return `Payment late, ${left(days).toLowerCase()}`
  return paid === 1 ? 'Renews within a day' : `Renews in ${paid.toLocaleString('en')} days`
}

/** Whether a license goes on after the paid period, its end being that of the grace. */
export function renews({ kind }: { kind: string }, { cancelAtPeriodEnd }: PaidPeriod): boolean {
  return kind === 'SUBSCRIPTION' && !cancelAtPeriodEnd
}

function left(days: number): string {
  return days === 1 ? 'Last day' : `${days.toLocaleString('en')} days left`
}
