import { listTransactions } from '@/lib/credits/list'
import { listTransactionsSchema } from '@/lib/credits/schema'
import { organizationRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = organizationRead((ctx, { query }) =>
  listTransactions(ctx, parseInput(listTransactionsSchema, query)),
)
