import { flexPath } from '@/components/flex/paths'
import { PageHeader } from '@/components/ui/page-header'
import type { PlanView } from '@/lib/orders/plans'
import type { Details, SubscribeInput } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'
import { CheckoutForm } from './checkout-form'
import { mauText } from './words'

interface Props {
  organizationId: string
  plan: PlanView
  details: Details
  /** Where the money goes through. */
  method: 'INVOICE' | 'STRIPE'
  subscribe: (input: SubscribeInput) => Promise<Result<{ number: string; url: string }>>
}

export function CheckoutPage({ organizationId, plan, ...form }: Props) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Market' }, { label: 'Flex', href: flexPath(organizationId) }]}
        description={`${plan.productName}, up to ${mauText(plan.mau)}.`}
        title={`Subscribe to ${plan.name}`}
      />
      <CheckoutForm plan={plan} {...form} />
    </>
  )
}
