import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { flexPath } from '@/components/flex/paths'
import { CheckoutPage } from '@/components/orders/checkout-page'
import { billingPath } from '@/components/orders/paths'
import { organizationPage } from '@/lib/http/page'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { billingDetails, getBilling } from '@/lib/orders/billing'
import { priceOf } from '@/lib/orders/price-of'
import { currentProvider } from '@/lib/orders/providers'
import { taxed } from '@/lib/orders/tax'
import { getLatestMau } from '@/lib/usage/get-latest'
import { subscribeAction } from '../billing/actions'

export const metadata: Metadata = { title: 'Subscribe' }

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/market/flex/checkout'>) {
  const [{ org }, { plan: code }] = await Promise.all([params, searchParams])
  const { organizationId, billing, details, latestUse } = await organizationPage(org, async ctx => {
    const [billing, details, latestUse] = await Promise.all([
      getBilling(ctx, { productCode: DEFAULT_PRODUCT }),
      billingDetails(ctx),
      getLatestMau(ctx, { productCode: DEFAULT_PRODUCT }),
    ])
    return { organizationId: ctx.organization.id, billing, details, latestUse }
  })
  // An old link, or a subscription that somebody else made meanwhile: there is nothing to check out.
  if (billing.subscription) redirect(billingPath(organizationId))
  const plan = billing.plans.find(each => each.code === code)
  if (!plan || billing.enterprise) redirect(`${flexPath(organizationId)}#plans`)
  const { method } = currentProvider()
  return (
    <CheckoutPage
      details={details}
      latestUse={latestUse}
      openOrder={billing.openOrder}
      due={{ MONTH: taxed(priceOf(plan, 'MONTH'), method), YEAR: taxed(priceOf(plan, 'YEAR'), method) }}
      method={method}
      organizationId={organizationId}
      plan={plan}
      subscribe={subscribeAction.bind(null, org)}
      taxNote={billing.taxNote}
    />
  )
}
