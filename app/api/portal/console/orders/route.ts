import { staffRead } from '@/lib/http/read'
import { listAllOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'

export const GET = staffRead((ctx, { query }) => listAllOrders(ctx, listOrdersSchema.parse(query)))
