import type { Metadata } from 'next'
import { StaffOrderPage } from '@/components/orders/staff-order-page'
import { staffPage } from '@/lib/http/page'
import { orderRef } from '@/lib/orders/ref'
import { getStaffOrder } from '@/lib/orders/staff'
import { markPaidAction, payBackAction, voidOrderAction } from '../actions'

export const metadata: Metadata = { title: 'Order' }

export default async function ConsoleOrderPage({ params }: PageProps<'/console/orders/[number]'>) {
  const { number } = await params
  const order = await staffPage(ctx => getStaffOrder(ctx, orderRef(number)))
  return (
    <StaffOrderPage close={voidOrderAction} markPaid={markPaidAction} order={order} payBack={payBackAction} />
  )
}
