import type { Metadata } from 'next'
import { InvoicePage } from '@/components/orders/invoice-page'
import { env } from '@/lib/env'
import { organizationPage } from '@/lib/http/page'
import { getOrder } from '@/lib/orders/get'
import { orderRef } from '@/lib/orders/ref'

type Props = PageProps<'/o/[org]/market/flex/orders/[number]/invoice'>

/** Browsers offer it as the name of the file when it is printed to one. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Invoice ${(await params).number}` }
}

export default async function Page({ params }: Props) {
  const { org, number } = await params
  const { organizationId, order } = await organizationPage(org, async ctx => ({
    organizationId: ctx.organization.id,
    order: await getOrder(ctx, orderRef(number)),
  }))
  const { INVOICE_SELLER: seller, INVOICE_PAYMENT: payment } = env()
  return <InvoicePage order={order} organizationId={organizationId} payment={payment} seller={seller} />
}
