import { staffRead } from '@/lib/http/read'
import { leftToRefund } from '@/lib/orders/left-to-refund'
import { orderRef } from '@/lib/orders/ref'

export const GET = staffRead<{ number: string }>((ctx, { params }) =>
  leftToRefund(ctx, orderRef(params.number)),
)
