import { authorize, authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { type ExportFile, exportFile, inBatches } from '@/lib/export/file'
import { closesAt } from '@/lib/licenses/allowance'
import { type ProductView, productOf } from '@/lib/licenses/products'
import { type Forecast, forecast, type MonthlyUse } from './forecast'
import { monthOf } from './month'
import { otherProducts, usageProduct } from './products'
import type { UsageOf, UsageOfOrganization } from './schema'

interface ReportedMonth {
  month: string
  mau: number
  reportedByName: string
  updatedAt: Date
}

/** What an organization has reported of a product, against what its license allows. */
export interface Usage {
  productCode: string
  productName: string
  /** Licenses of it are bound to hosts: none is for all the users. */
  perHost: boolean
  /** The latest two years, the oldest first. */
  months: ReportedMonth[]
  thisMonth: string
  /** The MAU threshold of the live license; null: there is none, or licenses are per host. */
  threshold: number | null
  /** The active users at which Flex closes its Admin UI; null without a threshold, and for other products. */
  closesAt: number | null
  /** Null without a threshold, or with too few months. */
  forecast: Forecast | null
}

const SHOWN = 24
const SELECT = { month: true, mau: true, reportedByName: true, updatedAt: true } as const

/** The reported months of a product, and where they lead. */
export async function mauUsage(ctx: Ctx, input: UsageOf): Promise<Usage> {
  authorizeIn(ctx, 'usage:read')
  return usageOf(ctx, ctx.organization.id, await usageProduct(ctx, input.productCode))
}

/** The same of each product that the organization reports besides Flex. */
export async function otherUsages(ctx: Ctx): Promise<Usage[]> {
  authorizeIn(ctx, 'usage:read')
  const organizationId = ctx.organization.id
  const products = await otherProducts(ctx)
  return Promise.all(products.map(product => usageOf(ctx, organizationId, product)))
}

/** The same of any organization and one product, for staff. NOT_FOUND for any other organization. */
export async function mauUsageForStaff(ctx: Ctx, input: UsageOfOrganization): Promise<Usage> {
  authorize(ctx, 'usage:read-all')
  const { organizationId } = input
  const where = { id: organizationId }
  const found = await ctx.db.organization.findUnique({ where, select: { id: true } })
  if (!found) throw notFound('This organization')
  return usageOf(ctx, organizationId, await productOf(ctx.db, input.productCode))
}

async function usageOf(ctx: Ctx, organizationId: string, product: ProductView): Promise<Usage> {
  const { code: productCode, name: productName, perHost } = product
  const of = { organizationId, productCode }
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
  const closes = threshold === null ? null : closesAt(productCode, threshold)
  return {
    productCode,
    productName,
    perHost,
    months,
    thisMonth,
    threshold,
    closesAt: closes,
    forecast: threshold === null ? null : forecast(months, { threshold, closesAt: closes, thisMonth }),
  }
}

/** The latest month that was reported of a product; null: none was. */
export async function latestMau(ctx: Ctx, { productCode }: UsageOf): Promise<MonthlyUse | null> {
  authorizeIn(ctx, 'usage:read')
  return ctx.db.mauReport.findFirst({
    where: { organizationId: ctx.organization.id, productCode },
    orderBy: { month: 'desc' },
    select: { month: true, mau: true },
  })
}

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
      select: SELECT,
    }),
  )
  return exportFile(`mau-${productCode}`, 'csv', {
    batches,
    header: ['month', 'mau', 'reported_by', 'reported_at'],
    cellsOf: row => [row.month, String(row.mau), row.reportedByName, row.updatedAt.toISOString()],
  })
}
