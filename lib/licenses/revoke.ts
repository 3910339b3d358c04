import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { auditObject } from './audit-object'
import { getLicense } from './get'
import type { EndLicenseInput } from './schema'
import { licenseForStaff, over } from './staff'
import type { StaffLicenseView } from './view'

/** Takes a live license back for good. CONFLICT when it has ended already. */
export async function revokeLicense(ctx: Ctx, { id, reason }: EndLicenseInput): Promise<StaffLicenseView> {
  const license = await licenseForStaff(ctx, 'license:revoke', id)
  const now = ctx.clock.now()
  const done = await ctx.db.$transaction(async tx => {
    const { count } = await tx.license.updateMany({
      where: { id, status: 'LIVE', validUntil: { gt: now } },
      data: { status: 'REVOKED', endedAt: now, endedReason: reason },
    })
    if (count === 0) return false
    await record(tx, ctx, {
      action: 'license.revoke',
      object: auditObject(license),
      organizationId: license.organizationId,
      before: { status: 'LIVE' },
      after: { status: 'REVOKED', reason },
    })
    return true
  })
  const after = await getLicense(ctx, { id })
  if (!done) throw over(after, 'revoked')
  return after
}
