import { organizationRead } from '@/lib/http/read'
import { listOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'

export const GET = organizationRead((ctx, { query }) => listOrders(ctx, listOrdersSchema.parse(query)))
