import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { InvoiceSettingsNote } from '@/components/orders/invoice-settings-note'
import { ALL_ORDERS_URL } from '@/components/orders/paths'
import { StaffOrderList } from '@/components/orders/staff-order-list'
import { PageHeader } from '@/components/ui/page-header'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listAllOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'
import { missingInvoiceSettings } from '@/lib/orders/seller'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Orders' }

export default async function ConsoleOrdersPage({ searchParams }: PageProps<'/console/orders'>) {
  const query = await searchParams
  const state = await staffPage(ctx =>
    prefetch(ALL_ORDERS_URL, query, asked => listAllOrders(ctx, parseInput(listOrdersSchema, asked))),
  )
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="What organizations ordered, and whether it is paid."
        title="Orders"
      />
      <InvoiceSettingsNote missing={missingInvoiceSettings()} />
      <StaffOrderList url={ALL_ORDERS_URL} />
    </HydrationBoundary>
  )
}
