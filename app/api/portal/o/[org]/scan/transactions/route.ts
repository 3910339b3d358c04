import { listTransactions } from '@/lib/credits/list'
import { listTransactionsSchema } from '@/lib/credits/schema'
import { organizationRead } from '@/lib/http/read'

export const GET = organizationRead((ctx, { query }) =>
  listTransactions(ctx, listTransactionsSchema.parse(query)),
)
