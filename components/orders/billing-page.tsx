import { Group, Stack, Text } from '@mantine/core'
import { flexCrumbs } from '@/components/flex/crumbs'
import { flexPath } from '@/components/flex/paths'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { Billing } from '@/lib/orders/billing'
import type { CancelInput } from '@/lib/orders/schema'
import type { SubscriptionView } from '@/lib/orders/view'
import type { Result } from '@/lib/result'
import type { Usage } from '@/lib/usage/view'
import { BillingNotes } from './billing-notes'
import { CancelButton } from './cancel-button'
import { OrderHistory } from './order-history'
import { changePath } from './paths'
import { PaymentMethodGiven } from './payment-method-given'
import { SubscriptionRows } from './subscription-rows'
import { type ToStripe, ToStripeButton } from './to-stripe-button'

interface Props {
  organizationId: string
  url: string
  billing: Billing
  usage: Usage
  /** Whether somebody has just come back from the page where a payment method is given. */
  given: boolean
  cancel: (input: CancelInput) => Promise<Result<void>>
  payLate: ToStripe
  updatePaymentMethod: ToStripe
}

/** Plan & Billing: the subscription, what can be done about it, and everything that was ordered. */
export function BillingPage({ organizationId, url, billing, usage, given, payLate, ...actions }: Props) {
  const late = billing.subscription?.status === 'PAST_DUE'
  return (
    <>
      <PageHeader
        crumbs={flexCrumbs(organizationId)}
        description="What you pay for Flex, and when."
        title="Plan & Billing"
      />
      <Stack gap="xl">
        <Section id="plan" title="Plan">
          {given && <PaymentMethodGiven late={late} />}
          <BillingNotes billing={billing} organizationId={organizationId} payLate={payLate} />
          {billing.subscription ? (
            <>
              <SubscriptionRows
                organizationId={organizationId}
                subscription={billing.subscription}
                taxNote={billing.taxNote}
                usage={usage}
              />
              <Actions
                {...actions}
                openOrder={billing.openOrder}
                organizationId={organizationId}
                subscription={billing.subscription}
              />
            </>
          ) : (
            !billing.replaced && <NoSubscription billing={billing} organizationId={organizationId} />
          )}
        </Section>
        <Section id="history" title="Billing history">
          <OrderHistory organizationId={organizationId} url={url} />
        </Section>
      </Stack>
    </>
  )
}

interface ActionsProps extends Pick<Props, 'organizationId' | 'cancel' | 'updatePaymentMethod'> {
  subscription: SubscriptionView
  openOrder: Billing['openOrder']
}

function Actions({ organizationId, subscription, openOrder, cancel, updatePaymentMethod }: ActionsProps) {
  const { status, cancelAtPeriodEnd, provider } = subscription
  const active = status === 'ACTIVE'
  return (
    <Group gap="xs">
      {active && !cancelAtPeriodEnd && (
        <LinkButton href={changePath(organizationId)}>Change the plan</LinkButton>
      )}
      {provider === 'STRIPE' && (
        <ToStripeButton label="Update payment method" open={updatePaymentMethod} variant="default" />
      )}
      {active && <CancelButton cancel={cancel} openOrder={openOrder} subscription={subscription} />}
    </Group>
  )
}

/** While an order waits, its note leads on. */
function NoSubscription({ organizationId, billing }: Pick<Props, 'organizationId' | 'billing'>) {
  return (
    <Stack align="flex-start" gap="sm">
      <Text size="sm">Your organization has no subscription.</Text>
      {!billing.openOrder && (
        <LinkButton href={`${flexPath(organizationId)}#plans`}>See the plans</LinkButton>
      )}
    </Stack>
  )
}
