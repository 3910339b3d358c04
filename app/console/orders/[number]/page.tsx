import type { Metadata } from 'next'
import { StaffOrderPage } from '@/components/orders/staff-order-page'
import { belongsTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { orderRef } from '@/lib/orders/ref'
import { getStaffOrder } from '@/lib/orders/staff'
import { markPaidAction, payBackAction, voidOrderAction } from '../actions'

export const metadata: Metadata = { title: 'Order' }

export default async function ConsoleOrderPage({ params }: PageProps<'/console/orders/[number]'>) {
  const { number } = await params
  const { order, own } = await staffPage(ctx => load(ctx, number))
  return (
    <StaffOrderPage
      close={voidOrderAction}
      markPaid={markPaidAction}
      order={order}
      own={own}
      payBack={payBackAction}
    />
  )
}

async function load(ctx: Ctx, number: string) {
  const order = await getStaffOrder(ctx, orderRef(number))
  return { order, own: await belongsTo(ctx, order.organizationId) }
}
