import type { Ctx, OrgCtx } from '@/lib/context'
import { AppError, invalidField } from '@/lib/errors'
import { authorizeUse } from '@/lib/licenses/use'
import { monthOf } from './month'
import { usageProduct } from './products'
import type { ReportMauInput, ReportOneInput } from './schema'
import { storeReports } from './store'

/** Why a month that has not begun cannot be reported. */
export const AHEAD = 'This month lies ahead. Report it when it has begun.'

/** What is kept now, and how many of the months are new or corrected. */
export interface Reported extends ReportMauInput {
  changed: number
}

/** Reports the active users of months, all of them or none; again corrects. INVALID (fields) for a month that lies ahead. */
export async function reportMau(ctx: Ctx, input: ReportMauInput): Promise<Reported> {
  authorizeUse(ctx, 'usage:report')
  const { code: productCode } = await usageProduct(ctx, input.productCode)
  const fields = wrongMonths(ctx, input)
  const [wrong] = Object.entries(fields)
  if (wrong) throw new AppError('INVALID', wrong.join(': '), { fields })
  const { reports } = input
  return { productCode, reports, changed: await storeReports(ctx, { productCode, reports }) }
}

/** The same for one month. */
export async function reportOneMonth(ctx: Ctx, input: ReportOneInput): Promise<ReportOneInput> {
  authorizeUse(ctx, 'usage:report')
  const { code: productCode } = await usageProduct(ctx, input.productCode)
  const { month, mau } = input
  if (liesAhead(ctx, month)) throw invalidField('month', AHEAD)
  await storeReports(ctx, { productCode, reports: [{ month, mau }] })
  return { productCode, month, mau }
}

/** Months are those of UTC. */
export function liesAhead(ctx: OrgCtx, month: string): boolean {
  return month > monthOf(ctx.clock.now())
}

function wrongMonths(ctx: OrgCtx, { reports }: ReportMauInput): Record<string, string> {
  const seen = new Set<string>()
  const fields: Record<string, string> = {}
  for (const [index, { month }] of reports.entries()) {
    if (liesAhead(ctx, month)) fields[`reports.${index}.month`] = AHEAD
    if (seen.has(month)) fields[`reports.${index}.month`] = 'This month comes more than once.'
    seen.add(month)
  }
  return fields
}
