import { Alert, Group, Text } from '@mantine/core'
import { flexPath } from '@/components/flex/paths'
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
  const { subscription, openOrder, replaced, enterprise } = billing
  if (replaced) return <Replaced enterprise={enterprise} organizationId={organizationId} />
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

/** Until the day's sweep has ended the subscription, or the organization subscribes anew. */
function Replaced({ organizationId, enterprise }: { organizationId: string; enterprise: boolean }) {
  return (
    <Alert
      color="blue"
      role="status"
      title={
        enterprise
          ? 'An enterprise license has taken the place of the subscription'
          : 'The license of the subscription was replaced or taken back'
      }
    >
      <Group gap="sm" justify="space-between">
        <Text size="sm">
          The subscription ends by itself within a day. An open order need not be paid; what is still charged
          until then is paid back.
        </Text>
        {!enterprise && (
          <LinkButton href={`${flexPath(organizationId)}#plans`} size="xs">
            See the plans
          </LinkButton>
        )}
      </Group>
    </Alert>
  )
}
