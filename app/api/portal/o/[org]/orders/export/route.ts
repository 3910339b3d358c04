import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { exportOrders } from '@/lib/orders/export'
import { exportOrdersSchema } from '@/lib/orders/list-schema'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportOrders(ctx, exportOrdersSchema.parse(query))),
)
