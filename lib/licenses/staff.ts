import { authorize } from '@/lib/access/authorize'
import { assertNotOwn } from '@/lib/access/not-own'
import type { PermissionName } from '@/lib/access/permissions'
import type { Ctx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { STAFF_SELECT, type StaffLicenseView, toStaffView } from './view'

/** Line one of verbs that change one license: who may, and which one. NOT_FOUND for any other id. */
export async function licenseForStaff(
  ctx: Ctx,
  permission: PermissionName,
  id: string,
): Promise<StaffLicenseView> {
  authorize(ctx, permission)
  const row = await ctx.db.license.findUnique({ where: { id }, select: STAFF_SELECT })
  if (!row) throw notFound('This license')
  await assertNotOwn(ctx, row.organizationId)
  return toStaffView(row, ctx.clock.now())
}

/** The refusal of a change that came too late: it says what the license is now. */
export function tooLate(license: StaffLicenseView, wish: string): AppError {
  const state = license.verdict.code.toLowerCase().replaceAll('_', ' ')
  return new AppError('CONFLICT', `This license is ${state}; it cannot be ${wish}.`)
}
