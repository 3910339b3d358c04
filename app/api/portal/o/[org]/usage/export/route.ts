import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { exportUsage } from '@/lib/usage/read'
import { usageOfSchema } from '@/lib/usage/schema'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportUsage(ctx, usageOfSchema.parse(query))),
)
