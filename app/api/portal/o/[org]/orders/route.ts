import { organizationRead } from '@/lib/http/read'
import { listOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead((ctx, { query }) => listOrders(ctx, parseInput(listOrdersSchema, query)))
