import { Alert, Group, Text } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import type { Billing } from '@/lib/orders/billing'
import { orderPath } from './paths'
import { type ToStripe, ToStripeButton } from './to-stripe-button'
import { dayText } from './words'

interface Props {
  organizationId: string
  billing: Billing
  payLate: ToStripe
}

const WHAT = {
  NEW: 'The license is given when it is paid.',
  RENEWAL: 'The subscription goes on when it is paid.',
  CHANGE: 'The plan changes when it is paid.',
}

/** What waits for its payment, the way to it, and by when it is too late. */
export function BillingNotes({ organizationId, billing, payLate }: Props) {
  const { subscription, openOrder } = billing
  if (subscription && billing.enterprise) return <Replaced />
  const late = subscription?.status === 'PAST_DUE'
  const atStripe = late && subscription.provider === 'STRIPE'
  if (!late && !openOrder) return null
  return (
    <Alert color={late ? 'red' : 'yellow'} role="status" title={late && 'A payment is late'}>
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          {openOrder && `The order ${openOrder.number} for ${openOrder.planName} is open. `}
          {late
            ? `The license stays in force until ${dayText(subscription.graceUntil)}, and ends then. Pay before, and nothing changes for your users.`
            : openOrder && WHAT[openOrder.kind]}
          {atStripe && ' Pay now with any card, or update the payment method: it pays what is late at once.'}
        </Text>
        {atStripe && billing.mayOrder && <ToStripeButton label="Pay now" open={payLate} size="xs" />}
        {openOrder && (
          <LinkButton
            href={orderPath(organizationId, openOrder.number)}
            size="xs"
            variant={(late && !atStripe) || !subscription ? 'filled' : 'default'}
          >
            See the order
          </LinkButton>
        )}
      </Group>
    </Alert>
  )
}

/** Until the day's sweep has ended the subscription. */
function Replaced() {
  return (
    <Alert color="blue" role="status" title="An enterprise license has taken the place of the subscription">
      <Text size="sm">
        The subscription ends by itself within a day. An open order need not be paid; what is still charged
        until then is paid back.
      </Text>
    </Alert>
  )
}
