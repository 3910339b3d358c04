import { listCreditAccounts } from '@/lib/credits/list-accounts'
import { listAccountsSchema } from '@/lib/credits/schema'
import { staffRead } from '@/lib/http/read'

export const GET = staffRead((ctx, { query }) => listCreditAccounts(ctx, listAccountsSchema.parse(query)))
