import { Alert, Group } from '@mantine/core'
import { FlexCard } from '@/components/flex/flex-card'
import { LinkButton } from '@/components/ui/link-button'
import type { Billing } from '@/lib/orders/billing'
import { OpenOrderNote } from './open-order-note'
import { billingPath } from './paths'
import { SubscriptionRows } from './subscription-rows'
import { dayText } from './words'

interface Props {
  organizationId: string
  billing: Billing
}

/** Plan & Billing on the Flex page; nothing while nothing was ordered. */
export function BillingSection({ organizationId, billing }: Props) {
  const { subscription, openOrder, mayOrder } = billing
  if (!subscription && !openOrder) return null
  return (
    <FlexCard id={subscription ? 'plans' : 'billing'} title="Plan & Billing">
      {subscription?.status === 'PAST_DUE' && (
        <Alert color="red" mb="sm" role="status" title="A payment is late" variant="light">
          The license stays in force until {dayText(subscription.graceUntil)}. Pay until then, and nothing
          changes for your users.
        </Alert>
      )}
      {openOrder && <OpenOrderNote openOrder={openOrder} organizationId={organizationId} />}
      {subscription && <SubscriptionRows subscription={subscription} />}
      {mayOrder && (
        <Group mt="md">
          <LinkButton href={billingPath(organizationId)} variant="default">
            Plan & Billing
          </LinkButton>
        </Group>
      )}
    </FlexCard>
  )
}
