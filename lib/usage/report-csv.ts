import type { Ctx } from '@/lib/context'
import { authorizeUse } from '@/lib/licenses/use'
import { type BadLine, parseMauCsv } from './parse-csv'
import { usageProduct } from './products'
import { AHEAD, liesAhead } from './report'
import type { ReportCsvInput } from './schema'
import { storeReports } from './store'

export interface ReportedCsv {
  /** Months that are kept now as the file has them, and those of them that were new or another number. */
  read: number
  changed: number
  /** What could not be kept, line by line. */
  bad: BadLine[]
}

/** Reports the months of a CSV file: every good line is kept, every other one is told. */
export async function reportMauCsv(ctx: Ctx, input: ReportCsvInput): Promise<ReportedCsv> {
  authorizeUse(ctx, 'usage:report')
  const { code: productCode } = await usageProduct(ctx, input.productCode)
  const { reports, bad } = parseMauCsv(input.csv)
  const good = reports.filter(({ month }) => !liesAhead(ctx, month))
  const ahead = reports
    .filter(({ month }) => liesAhead(ctx, month))
    .map(({ line, month, mau }) => ({ line, text: `${month},${mau}`, message: AHEAD }))
  const kept = good.map(({ month, mau }) => ({ month, mau }))
  const changed = kept.length > 0 ? await storeReports(ctx, { productCode, reports: kept }) : 0
  return { read: kept.length, changed, bad: [...bad, ...ahead].sort((a, b) => a.line - b.line) }
}
