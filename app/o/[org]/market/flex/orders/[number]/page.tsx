import type { Metadata } from 'next'
import { OrderPage } from '@/components/orders/order-page'
import { organizationPage } from '@/lib/http/page'
import { getOrder } from '@/lib/orders/get'
import { orderRef } from '@/lib/orders/ref'
import { payAction } from '../../billing/actions'

type Props = PageProps<'/o/[org]/market/flex/orders/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).number}` }
}

export default async function Page({ params }: Props) {
  const { org, number } = await params
  const { organizationId, order } = await organizationPage(org, async ctx => ({
    organizationId: ctx.organization.id,
    order: await getOrder(ctx, orderRef(number)),
  }))
  return <OrderPage order={order} organizationId={organizationId} pay={payAction.bind(null, org)} />
}
