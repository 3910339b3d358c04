import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { whereTransactions } from './read-transactions'
import type { ListTransactionsInput } from './schema'
import { TRANSACTION_SELECT, type TransactionRow } from './transaction'

/** One page of what the organization's credits were given and spent on. */
export async function listTransactions(
  ctx: OrgCtx,
  input: ListTransactionsInput,
): Promise<Page<TransactionRow>> {
  authorizeIn(ctx, 'credits:read')
  const plan = planPage(input, input.dir)
  const where = whereTransactions(ctx, input)
  const [rows, total] = await Promise.all([
    ctx.db.creditEntry.findMany({
      ...keysetQuery(where, plan, { at: 'at', id: 'id' }),
      select: TRANSACTION_SELECT,
    }),
    ctx.db.creditEntry.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(rows, total, { ...plan, cursorOf: ({ at, id }) => ({ at, id }) })
}
