import { listCreditAccounts } from '@/lib/credits/list-accounts'
import { listAccountsSchema } from '@/lib/credits/schema'
import { staffRead } from '@/lib/http/read'
import { parseInput } from '@/lib/parse-input'

export const GET = staffRead((ctx, { query }) =>
  listCreditAccounts(ctx, parseInput(listAccountsSchema, query)),
)
