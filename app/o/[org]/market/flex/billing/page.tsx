import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { BillingPage } from '@/components/orders/billing-page'
import { ordersUrl } from '@/components/orders/paths'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { getBilling } from '@/lib/orders/billing'
import { listOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'
import { parseInput } from '@/lib/parse-input'
import { getUsage } from '@/lib/usage/get'
import { cancelAction, payLateAction, updatePaymentMethodAction } from './actions'

export const metadata: Metadata = { title: 'Plan & Billing' }

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/market/flex/billing'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { state, ...rest } = await organizationPage(org, async ctx => {
    const organizationId = ctx.organization.id
    const url = ordersUrl(organizationId)
    const [billing, usage, state] = await Promise.all([
      getBilling(ctx, { productCode: DEFAULT_PRODUCT }),
      getUsage(ctx, { productCode: DEFAULT_PRODUCT }),
      prefetch(url, query, asked => listOrders(ctx, parseInput(listOrdersSchema, asked))),
    ])
    return { state, organizationId, url, billing, usage }
  })
  return (
    <HydrationBoundary state={state}>
      <BillingPage
        {...rest}
        cancel={cancelAction.bind(null, org)}
        given={query['payment-method'] === 'given'}
        payLate={payLateAction.bind(null, org)}
        updatePaymentMethod={updatePaymentMethodAction.bind(null, org)}
      />
    </HydrationBoundary>
  )
}
