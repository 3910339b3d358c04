import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { type ExportFile, exportFile, inBatches } from '@/lib/export/file'
import { closesAt } from '@/lib/licenses/allowance'
import { productOf } from '@/lib/licenses/products'
import { type Forecast, forecast } from './forecast'
import { monthOf } from './month'
import type { UsageOf } from './schema'

export interface ReportedMonth {
  month: string
  mau: number
  reportedByName: string
  updatedAt: Date
}

/** What an organization has reported of a product, against what its license allows. */
export interface Usage {
  productCode: string
  productName: string
  /** The latest two years, the oldest first. */
  months: ReportedMonth[]
  thisMonth: string
  /** The MAU threshold of the live license; null: there is none, or licenses are per host. */
  threshold: number | null
  /** The active users at which Flex closes its Admin UI. */
  closesAt: number | null
  /** Null without a threshold, or with too few months. */
  forecast: Forecast | null
}

const SHOWN = 24
const SELECT = { month: true, mau: true, reportedByName: true, updatedAt: true } as const

/** The reported months of a product, and where they lead. */
export async function mauUsage(ctx: Ctx, input: UsageOf): Promise<Usage> {
  authorizeIn(ctx, 'usage:read')
  const { code: productCode, name: productName } = await productOf(ctx.db, input.productCode)
  const of = { organizationId: ctx.organization.id, productCode }
  const now = ctx.clock.now()
  const [latest, license] = await Promise.all([
    ctx.db.mauReport.findMany({ where: of, orderBy: { month: 'desc' }, take: SHOWN, select: SELECT }),
    ctx.db.license.findFirst({
      where: { ...of, fqdn: '', status: 'LIVE', validUntil: { gt: now } },
      select: { mauThreshold: true },
    }),
  ])
  const months = latest.reverse()
  const thisMonth = monthOf(now)
  const threshold = license?.mauThreshold ?? null
  const lines = threshold === null ? null : { threshold, closesAt: closesAt(threshold), thisMonth }
  return {
    productCode,
    productName,
    months,
    thisMonth,
    threshold,
    closesAt: lines?.closesAt ?? null,
    forecast: lines && forecast(months, lines),
  }
}

/** Everything that was reported of a product, as CSV; what it holds can be uploaded again. */
export async function exportUsage(ctx: Ctx, input: UsageOf): Promise<ExportFile> {
  authorizeIn(ctx, 'usage:read')
  const { code: productCode } = await productOf(ctx.db, input.productCode)
  const of = { organizationId: ctx.organization.id, productCode }
  const batches = inBatches<ReportedMonth>((last, take) =>
    ctx.db.mauReport.findMany({
      where: { ...of, ...(last && { month: { gt: last.month } }) },
      orderBy: { month: 'asc' },
      take,
      select: SELECT,
    }),
  )
  return exportFile(`mau-${productCode}`, 'csv', {
    batches,
    header: ['month', 'mau', 'reported_by', 'reported_at'],
    cellsOf: row => [row.month, String(row.mau), row.reportedByName, row.updatedAt.toISOString()],
  })
}
