import { authorize } from '@/lib/access/authorize'
import type { PermissionName } from '@/lib/access/permissions'
import type { Ctx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { OWN_ORGANIZATION } from './own-organization'
import { STAFF_SELECT, type StaffLicenseView, toStaffView } from './view'

/** Whether the person of staff is a member of this organization. */
export async function belongsTo(ctx: Ctx, organizationId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') return false
  const { accountId } = ctx.actor
  const member = await ctx.db.member.findUnique({
    where: { organizationId_accountId: { organizationId, accountId } },
    select: { role: true },
  })
  return member !== null
}

/** Throws FORBIDDEN when the person is a member of this organization: nobody licenses themselves. */
export async function assertNotOwn(ctx: Ctx, organizationId: string): Promise<void> {
  if (await belongsTo(ctx, organizationId)) throw new AppError('FORBIDDEN', OWN_ORGANIZATION)
}

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

/** Whoever was second in changing a license is told what it is now. */
export function over(license: StaffLicenseView, wish: string): AppError {
  const state = license.verdict.code.toLowerCase().replaceAll('_', ' ')
  return new AppError('CONFLICT', `This license is ${state}; it cannot be ${wish}.`)
}
