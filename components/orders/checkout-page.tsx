import { Alert, Stack } from '@mantine/core'
import { flexCrumbs } from '@/components/flex/crumbs'
import { PageHeader } from '@/components/ui/page-header'
import type { Billing } from '@/lib/orders/billing'
import type { PlanView } from '@/lib/orders/plans'
import type { BillingInterval, Details, SubscribeInput } from '@/lib/orders/schema'
import type { Taxed } from '@/lib/orders/tax'
import type { Result } from '@/lib/result'
import type { MonthlyUse } from '@/lib/usage/forecast'
import { CheckoutForm } from './checkout-form'
import classes from './orders.module.css'
import { UseWarning } from './use-warning'
import { mauText } from './words'

interface Props {
  organizationId: string
  plan: PlanView
  /** What waits for its payment, and is void once another order is placed. */
  openOrder: Billing['openOrder']
  latestUse: MonthlyUse | null
  details: Details
  /** Where the money goes through. */
  method: 'INVOICE' | 'STRIPE'
  due: Record<BillingInterval, Taxed>
  taxNote: string | null
  subscribe: (input: SubscribeInput) => Promise<Result<{ number: string; url: string }>>
}

export function CheckoutPage({ organizationId, plan, openOrder, latestUse, ...form }: Props) {
  return (
    <>
      <PageHeader
        crumbs={flexCrumbs(organizationId)}
        description={`${plan.productName}, up to ${mauText(plan.mau)}.`}
        title={`Subscribe to ${plan.name}`}
      />
      <Stack className={classes.narrow} gap="md">
        {openOrder && (
          <Alert color="yellow" role="status">
            The order {openOrder.number} for {openOrder.planName} waits for its payment. This one takes its
            place: {openOrder.number} is void then, and must not be paid.
          </Alert>
        )}
        <UseWarning latest={latestUse} mau={plan.mau} />
        <CheckoutForm plan={plan} {...form} />
      </Stack>
    </>
  )
}
