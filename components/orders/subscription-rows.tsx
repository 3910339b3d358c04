import { flexPath } from '@/components/flex/paths'
import { UsageMeter } from '@/components/licenses/usage-meter'
import { DateTime } from '@/components/ui/date-time'
import { ExactTime } from '@/components/ui/exact-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { StatusBadge } from '@/components/ui/status-badge'
import type { SubscriptionView } from '@/lib/orders/view'
import type { Usage } from '@/lib/usage/view'
import { dayText, mauText, priceText } from './words'

export interface SubscriptionRowsProps {
  organizationId: string
  subscription: SubscriptionView
  usage: Usage
  /** What is added to its price: "plus VAT 19%"; null: nothing. */
  taxNote: string | null
}

/** Plan, limit and what is used of it, cost, status, since when, and when it renews or ends. */
export function SubscriptionRows({ organizationId, subscription, usage, taxNote }: SubscriptionRowsProps) {
  const report = `${flexPath(organizationId)}#usage`
  const plusTax = taxNote ? `, ${taxNote}` : ''
  const { planName, mau, price, currency, interval, createdAt, periodEnd, next } = subscription
  return (
    <KeyValueRows
      rows={[
        { label: 'Plan', value: planName },
        { label: 'Limit', value: mauText(mau) },
        { label: 'Used', value: <UsageMeter limit={mau} report={report} usage={usage} /> },
        { label: 'Cost', value: priceText(price, currency, interval) + plusTax },
        { label: 'Status', value: <SubscriptionStatus subscription={subscription} /> },
        { label: 'Activated at', value: <DateTime at={createdAt} /> },
        { label: endLabel(subscription), value: <ExactTime at={periodEnd} /> },
        ...(next
          ? [
              {
                label: 'From then on',
                value: `${next.planName}, up to ${mauText(next.mau)}, ${priceText(next.price, currency, next.interval)}`,
              },
            ]
          : []),
      ]}
    />
  )
}

function endLabel({ status, cancelAtPeriodEnd }: SubscriptionView): string {
  if (status === 'PAST_DUE') return 'Paid until'
  return cancelAtPeriodEnd ? 'Ends on' : 'Renews on'
}

function SubscriptionStatus({ subscription }: { subscription: SubscriptionView }) {
  if (subscription.status === 'PAST_DUE') {
    return (
      <StatusBadge tone="bad">Payment late, in force until {dayText(subscription.graceUntil)}</StatusBadge>
    )
  }
  if (subscription.cancelAtPeriodEnd) return <StatusBadge tone="waiting">Canceled</StatusBadge>
  return <StatusBadge tone="good">Active</StatusBadge>
}
