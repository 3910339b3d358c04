import { Alert, Group, Stack, Text } from '@mantine/core'
import { flexPath } from '@/components/flex/paths'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { Billing } from '@/lib/orders/billing'
import type { CancelInput } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'
import { CancelButton } from './cancel-button'
import { OpenOrderNote } from './open-order-note'
import { OrderHistory } from './order-history'
import { changePath } from './paths'
import { SubscriptionRows } from './subscription-rows'
import { dayText } from './words'

interface Props {
  organizationId: string
  url: string
  billing: Billing
  cancel: (input: CancelInput) => Promise<Result<void>>
}

/** Plan & Billing: the subscription, what can be done about it, and everything that was ordered. */
export function BillingPage({ organizationId, url, billing, cancel }: Props) {
  const { subscription, openOrder } = billing
  return (
    <Stack gap="xl">
      <PageHeader
        crumbs={[{ label: 'Market' }, { label: 'Flex', href: flexPath(organizationId) }]}
        description="What you pay for Flex, and when."
        title="Plan & Billing"
      />
      <Section id="plan" title="Plan">
        {subscription?.status === 'PAST_DUE' && (
          <Alert color="red" role="status" title="A payment is late" variant="light">
            The license stays in force until {dayText(subscription.graceUntil)}, and ends then.
          </Alert>
        )}
        {openOrder && <OpenOrderNote openOrder={openOrder} organizationId={organizationId} />}
        {subscription ? (
          <>
            <SubscriptionRows subscription={subscription} />
            <Group gap="xs">
              {subscription.status === 'ACTIVE' && !subscription.cancelAtPeriodEnd && (
                <LinkButton href={changePath(organizationId)}>Change the plan</LinkButton>
              )}
              {subscription.status === 'ACTIVE' && (
                <CancelButton cancel={cancel} subscription={subscription} />
              )}
            </Group>
          </>
        ) : (
          <Group justify="space-between">
            <Text size="sm">Your organization has no subscription.</Text>
            <LinkButton href={`${flexPath(organizationId)}#plans`}>See the plans</LinkButton>
          </Group>
        )}
      </Section>
      <Section id="history" title="Billing history">
        <OrderHistory organizationId={organizationId} url={url} />
      </Section>
    </Stack>
  )
}
