import { SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { newTicketPath } from '@/components/tickets/paths'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Billing } from '@/lib/orders/billing'
import { largestPlan } from '@/lib/orders/largest-plan'
import type { Usage } from '@/lib/usage/view'
import { BillingSection } from './billing-section'
import { PlanCard } from './plan-card'
import type { ToStripe } from './to-stripe-button'
import { mauText } from './words'

export interface PlansSectionProps {
  organizationId: string
  billing: Billing
  usage: Usage
  payLate: ToStripe
}

/** The plans that can be subscribed to; once there is a subscription, where it stands. */
export function PlansSection(props: PlansSectionProps) {
  const { subscription, enterprise } = props.billing
  if (subscription) return <BillingSection {...props} />
  return (
    <>
      <BillingSection {...props} />
      <Card
        description="Priced by monthly active users. The license begins with the payment, and your installations find it by themselves."
        id="plans"
        title="Plans"
      >
        {enterprise ? (
          <Text size="sm">
            Your organization has an enterprise license, which takes the place of a plan.{' '}
            <ToSales {...props}>Contact sales to change it.</ToSales>
          </Text>
        ) : (
          <Plans {...props} />
        )}
      </Card>
    </>
  )
}

function Plans(props: PlansSectionProps) {
  const { organizationId, billing } = props
  const { plans, taxNote, mayOrder } = billing
  const largest = largestPlan(plans)
  if (largest === null) {
    return (
      <Text size="sm">
        No plan is on offer just now. <ToSales {...props}>Contact sales for a license.</ToSales>
      </Text>
    )
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} component="ul" m={0} p={0} spacing="md">
        {plans.map(plan => (
          <PlanCard key={plan.code} offered={mayOrder} organizationId={organizationId} plan={plan} />
        ))}
      </SimpleGrid>
      <Text c="dimmed" component="p" mb={0} mt="sm" size="sm">
        {taxNote && `Prices are net, ${taxNote}. `}
        {mayOrder ? (
          <>
            More than {mauText(largest)}? <ToSales {...props}>Contact sales for an offer.</ToSales>
          </>
        ) : (
          'Owners and admins of the organization subscribe.'
        )}
      </Text>
    </>
  )
}

/** A link for those who may write to sales. */
function ToSales({ organizationId, billing, children }: PlansSectionProps & { children: ReactNode }) {
  return billing.mayOrder ? <Link href={newTicketPath(organizationId, 'SALES')}>{children}</Link> : children
}
