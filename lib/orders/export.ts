import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { type ExportFile, exportFile, inBatches } from '@/lib/export/file'
import { keysetQuery } from '@/lib/keyset'
import { cursorOf, matching, SORTED_BY } from './list'
import type { ExportOrdersInput } from './list-schema'
import { decimal } from './money'
import { ORDER_SELECT, type OrderView, toOrderView } from './view'

const HEADER = [
  'number',
  'status',
  'kind',
  'product',
  'plan',
  'mau',
  'interval',
  'amount',
  'currency',
  'ordered_at',
  'due_at',
  'paid_at',
  'payment_reference',
  'period_start',
  'period_end',
  'tax',
  'tax_label',
]

/** The orders that the filters let through, as CSV (RFC 4180) or JSON, the latest first; leaves an audit row. */
export async function exportOrders(
  ctx: OrgCtx,
  { format, ...filter }: ExportOrdersInput,
): Promise<ExportFile> {
  authorizeIn(ctx, 'order:read')
  const { id, name } = ctx.organization
  const object = { type: 'organization', id, name }
  await record(ctx.db, ctx, { action: 'order.export', object, after: { format } })
  const where = { AND: [{ organizationId: id }, matching(filter)] }
  const batches = inBatches<OrderView>(async (last, take) => {
    const rows = await ctx.db.order.findMany({
      ...keysetQuery(where, { cursor: last ? cursorOf(last) : null, order: 'desc', take }, SORTED_BY),
      select: ORDER_SELECT,
    })
    return rows.map(toOrderView)
  })
  const day = ctx.clock.now().toISOString().slice(0, 10)
  return exportFile(`billing-${day}`, format, { batches, header: HEADER, cellsOf })
}

function cellsOf(order: OrderView): string[] {
  const { number, status, kind, productName, planName, mau, interval, amount, currency } = order
  const { createdAt, dueAt, paidAt, paidReference, periodStart, periodEnd, tax, taxLabel } = order
  return [
    ...[number, status, kind, productName, planName, String(mau), interval],
    ...[decimal(amount, currency), currency],
    ...[createdAt, dueAt, paidAt].map(iso),
    paidReference ?? '',
    ...[periodStart, periodEnd].map(iso),
    ...[decimal(tax, currency), taxLabel ?? ''],
  ]
}

function iso(at: Date | null): string {
  return at?.toISOString() ?? ''
}
