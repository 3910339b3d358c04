import { exportTransactions } from '@/lib/credits/export'
import { exportTransactionsSchema } from '@/lib/credits/schema'
import { download } from '@/lib/http/download'
import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead(async (ctx, { query }) =>
  download(await exportTransactions(ctx, parseInput(exportTransactionsSchema, query))),
)
