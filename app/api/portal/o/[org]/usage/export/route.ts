import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'
import { exportUsage } from '@/lib/usage/export'
import { usageOfSchema } from '@/lib/usage/schema'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportUsage(ctx, parseInput(usageOfSchema, query))),
)
