import { SimpleGrid, Text } from '@mantine/core'
import { FlexCard } from '@/components/flex/flex-card'
import type { Billing } from '@/lib/orders/billing'
import { BillingSection } from './billing-section'
import { PlanCard } from './plan-card'

export interface PlansSectionProps {
  organizationId: string
  billing: Billing
}

/** The plans that can be subscribed to; once there is a subscription, where it stands. */
export function PlansSection({ organizationId, billing }: PlansSectionProps) {
  const { plans, subscription, enterprise, mayOrder } = billing
  if (subscription) return <BillingSection billing={billing} organizationId={organizationId} />
  return (
    <>
      <BillingSection billing={billing} organizationId={organizationId} />
      <FlexCard
        description="Priced by monthly active users. The license begins with the payment, and your installations find it by themselves."
        id="plans"
        title="Plans"
      >
        {enterprise && (
          <Text mb="sm" size="sm">
            Your organization has an enterprise license. Contact sales to change it.
          </Text>
        )}
        {plans.length === 0 ? (
          <Text c="dimmed" size="sm">
            No plan is on offer just now. Contact sales for a license.
          </Text>
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} component="ul" m={0} p={0} spacing="md">
            {plans.map(plan => (
              <PlanCard
                key={plan.code}
                offered={mayOrder && !enterprise}
                organizationId={organizationId}
                plan={plan}
              />
            ))}
          </SimpleGrid>
        )}
        <Text c="dimmed" mt="sm" size="sm">
          {mayOrder
            ? 'More than 1,600 monthly active users? Contact sales for an offer.'
            : 'Owners and admins of the organization subscribe.'}
        </Text>
      </FlexCard>
    </>
  )
}
