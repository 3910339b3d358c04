import type { Ctx } from '@/lib/context'
import { closesAt } from '@/lib/licenses/allowance'
import type { ProductView } from '@/lib/licenses/products'
import { type Forecast, forecast } from './forecast'
import { monthOf } from './month'

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
export const REPORTED_SELECT = { month: true, mau: true, reportedByName: true, updatedAt: true } as const

/** The reported months of a product, and where they lead. The caller has authorized. */
export async function usageOf(ctx: Ctx, organizationId: string, product: ProductView): Promise<Usage> {
  const { code: productCode, name: productName, perHost } = product
  const of = { organizationId, productCode }
  const now = ctx.clock.now()
  const [latest, license] = await Promise.all([
    ctx.db.mauReport.findMany({
      where: of,
      orderBy: { month: 'desc' },
      take: SHOWN,
      select: REPORTED_SELECT,
    }),
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
