import { Group, Stack } from '@mantine/core'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { Billing } from '@/lib/orders/billing'
import type { Usage } from '@/lib/usage/view'
import { BillingNotes } from './billing-notes'
import { billingPath } from './paths'
import { SubscriptionRows } from './subscription-rows'
import type { ToStripe } from './to-stripe-button'

interface Props {
  organizationId: string
  billing: Billing
  usage: Usage
  payLate: ToStripe
}

/** Plan & Billing on the Flex page; nothing while nothing was ordered. */
export function BillingSection({ organizationId, billing, usage, payLate }: Props) {
  const { subscription, openOrder, replaced, mayOrder } = billing
  if (!subscription && !openOrder && !replaced) return null
  return (
    <Card id={subscription ? 'plans' : 'billing'} title="Plan & Billing">
      <Stack gap="sm">
        <BillingNotes billing={billing} organizationId={organizationId} payLate={payLate} />
        {subscription && (
          <SubscriptionRows
            organizationId={organizationId}
            subscription={subscription}
            taxNote={billing.taxNote}
            usage={usage}
          />
        )}
        {mayOrder && (
          <Group>
            <LinkButton href={billingPath(organizationId)} variant="default">
              Plan & Billing
            </LinkButton>
          </Group>
        )}
      </Stack>
    </Card>
  )
}
