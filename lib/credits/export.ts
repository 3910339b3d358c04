import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { type ExportFile, exportFile, inBatches } from '@/lib/export/file'
import { keysetQuery } from '@/lib/keyset'
import { whereTransactions } from './read-transactions'
import type { ExportTransactionsInput } from './schema'
import { TRANSACTION_SELECT, type TransactionRow } from './transaction'

const HEADER = [
  'time',
  'kind',
  'product',
  'product_name',
  'quantity',
  'cost',
  'received',
  'balance',
  'reference',
  'reason',
  'actor_kind',
  'actor',
  'id',
]

/** The transactions that the filters let through, as CSV (RFC 4180) or JSON, the latest first. */
export async function exportTransactions(
  ctx: OrgCtx,
  { format, ...filter }: ExportTransactionsInput,
): Promise<ExportFile> {
  authorizeIn(ctx, 'credits:read')
  const now = ctx.clock.now()
  const where = whereTransactions(ctx, { ...filter, to: filter.to || later(now) })
  const batches = inBatches<TransactionRow>((last, take) =>
    ctx.db.creditEntry.findMany({
      ...keysetQuery(where, { cursor: last ?? null, order: 'desc', take }, { at: 'at', id: 'id' }),
      select: TRANSACTION_SELECT,
    }),
  )
  return exportFile(`scan-${now.toISOString().slice(0, 10)}`, format, { batches, header: HEADER, cellsOf })
}

/** The moment after: what comes while the file is read is not in it. */
function later(now: Date): string {
  return new Date(now.getTime() + 1).toISOString()
}

function cellsOf(row: TransactionRow): string[] {
  return [
    row.at.toISOString(),
    row.kind,
    row.product?.code ?? '',
    row.product?.name ?? '',
    String(row.quantity),
    String(Math.max(0, -row.credits)),
    String(Math.max(0, row.credits)),
    String(row.balance),
    row.reference ?? '',
    row.reason ?? '',
    row.actorKind,
    row.actorName,
    row.id,
  ]
}
