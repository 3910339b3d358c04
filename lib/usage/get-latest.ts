import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { MonthlyUse } from './forecast'
import type { UsageOf } from './schema'

/** The latest month that was reported of a product; null: none was. */
export async function getLatestMau(ctx: Ctx, { productCode }: UsageOf): Promise<MonthlyUse | null> {
  authorizeIn(ctx, 'usage:read')
  return ctx.db.mauReport.findFirst({
    where: { organizationId: ctx.organization.id, productCode },
    orderBy: { month: 'desc' },
    select: { month: true, mau: true },
  })
}
