import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { LicenseId } from './schema'
import { STAFF_SELECT, type StaffLicenseView, toStaffView } from './view'

/** One license of any organization, for staff. NOT_FOUND for any other id. */
export async function getLicense(ctx: Ctx, { id }: LicenseId): Promise<StaffLicenseView> {
  authorize(ctx, 'license:read-all')
  const row = await ctx.db.license.findUnique({ where: { id }, select: STAFF_SELECT })
  if (!row) throw notFound('This license')
  return toStaffView(row, ctx.clock.now())
}
