import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { type LicenseView, toView, VIEW_SELECT } from './view'
import { visibleKey } from './visible-key'

/** The latest hundred licenses of the organization that are over, of every product, the last one to end first. */
export async function earlierLicenses(ctx: Ctx): Promise<LicenseView[]> {
  authorizeIn(ctx, 'license:read')
  const now = ctx.clock.now()
  const rows = await ctx.db.license.findMany({
    where: {
      organizationId: ctx.organization.id,
      OR: [{ status: { not: 'LIVE' } }, { validUntil: { lte: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: VIEW_SELECT,
  })
  return rows.map(row => toView({ ...row, key: visibleKey(ctx.actor, row.key) }, now))
}
