import type { Metadata } from 'next'
import { InvoicePage } from '@/components/orders/invoice-page'
import { organizationPage } from '@/lib/http/page'
import { getOrder } from '@/lib/orders/get'
import { orderRef } from '@/lib/orders/ref'
import { sellerLines } from '@/lib/orders/seller'

type Props = PageProps<'/o/[org]/market/flex/orders/[number]/invoice'>

/** Browsers offer it as the name of the file when it is printed to one. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Invoice ${(await params).number}` }
}

export default async function Page({ params }: Props) {
  const { org, number } = await params
  const invoice = await organizationPage(org, async ctx => ({
    organizationId: ctx.organization.id,
    order: await getOrder(ctx, orderRef(number)),
    ...sellerLines(ctx),
  }))
  return <InvoicePage {...invoice} />
}
