import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { exportOrders } from '@/lib/orders/export'
import { exportOrdersSchema } from '@/lib/orders/list-schema'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportOrders(ctx, parseInput(exportOrdersSchema, query))),
)
