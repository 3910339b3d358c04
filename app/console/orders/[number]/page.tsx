import type { Metadata } from 'next'
import { StaffOrderPage } from '@/components/orders/staff-order-page'
import { belongsTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import { staffPage } from '@/lib/http/page'
import { orderRef } from '@/lib/orders/ref'
import { missingInvoiceSettings } from '@/lib/orders/seller'
import { getStaffOrder } from '@/lib/orders/staff'
import {
  markPaidAction,
  markReturnedAction,
  payBackAction,
  recordLateAction,
  voidOrderAction,
} from '../actions'

type Props = PageProps<'/console/orders/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${(await params).number}` }
}

export default async function ConsoleOrderPage({ params }: Props) {
  const { number } = await params
  const data = await staffPage(ctx => load(ctx, number))
  return (
    <StaffOrderPage
      close={voidOrderAction}
      markPaid={markPaidAction}
      markReturned={markReturnedAction}
      {...data}
      payBack={payBackAction}
      recordLate={recordLateAction}
    />
  )
}

async function load(ctx: Ctx, number: string) {
  const order = await getStaffOrder(ctx, orderRef(number))
  const own = await belongsTo(ctx, order.organizationId)
  return { order, own, missing: missingInvoiceSettings() }
}
