import { staffRead } from '@/lib/http/read'
import { listAllOrders } from '@/lib/orders/list'
import { listOrdersSchema } from '@/lib/orders/list-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) => listAllOrders(ctx, parseInput(listOrdersSchema, query)))
