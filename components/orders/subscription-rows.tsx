import { DateTime } from '@/components/ui/date-time'
import { ExactTime } from '@/components/ui/exact-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { StatusBadge } from '@/components/ui/status-badge'
import type { SubscriptionView } from '@/lib/orders/view'
import { dayText, mauText, priceText } from './words'

/** Plan, limit, cost, status, since when, and when it renews or ends. */
export function SubscriptionRows({ subscription }: { subscription: SubscriptionView }) {
  const { planName, mau, price, currency, interval, createdAt, periodEnd, cancelAtPeriodEnd, next } =
    subscription
  return (
    <KeyValueRows
      rows={[
        { label: 'Plan', value: planName },
        { label: 'Limit', value: mauText(mau) },
        { label: 'Cost', value: priceText(price, currency, interval) },
        { label: 'Status', value: <SubscriptionStatus subscription={subscription} /> },
        { label: 'Activated at', value: <DateTime at={createdAt} /> },
        { label: cancelAtPeriodEnd ? 'Ends on' : 'Renews on', value: <ExactTime at={periodEnd} /> },
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

function SubscriptionStatus({ subscription }: { subscription: SubscriptionView }) {
  if (subscription.status === 'PAST_DUE') {
    return (
      <StatusBadge tone="bad">Payment late, in force until {dayText(subscription.graceUntil)}</StatusBadge>
    )
  }
  if (subscription.cancelAtPeriodEnd) return <StatusBadge tone="waiting">Canceled</StatusBadge>
  return <StatusBadge tone="good">Active</StatusBadge>
}
