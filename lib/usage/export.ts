import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { type ExportFile, exportFile, inBatches } from '@/lib/export/file'
import { usageProduct } from './products'
import type { UsageOf } from './schema'
import { REPORTED_SELECT, type ReportedMonth } from './view'

/** Everything that was reported of a product, as CSV; what it holds can be uploaded again. */
export async function exportUsage(ctx: Ctx, input: UsageOf): Promise<ExportFile> {
  authorizeIn(ctx, 'usage:read')
  const { code: productCode } = await usageProduct(ctx, input.productCode)
  const of = { organizationId: ctx.organization.id, productCode }
  const batches = inBatches<ReportedMonth>((last, take) =>
    ctx.db.mauReport.findMany({
      where: { ...of, ...(last && { month: { gt: last.month } }) },
      orderBy: { month: 'asc' },
      take,
      select: REPORTED_SELECT,
    }),
  )
  return exportFile(`mau-${productCode}`, 'csv', {
    batches,
    header: ['month', 'mau', 'reported_by', 'reported_at'],
    cellsOf: row => [row.month, String(row.mau), row.reportedByName, row.updatedAt.toISOString()],
  })
}
