import { giveTo } from '@/lib/access/not-own'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { auditObject } from './audit-object'
import { getLicense } from './get'
import { mailCustomer } from './mail'
import type { EndLicenseInput } from './schema'
import { licenseForStaff, tooLate } from './staff'
import type { StaffLicenseView } from './view'

/** Takes a live license back for good. CONFLICT when it has ended already. */
export async function revokeLicense(ctx: Ctx, { id, reason }: EndLicenseInput): Promise<StaffLicenseView> {
  const { organizationId } = await licenseForStaff(ctx, 'license:revoke', id)
  const done = await giveTo(ctx, organizationId, async tx => {
    const taken = await takeBack(tx, ctx, { id, reason })
    if (taken) await mailCustomer(tx, ctx, { id, news: { kind: 'revoked', reason } })
    return taken
  })
  const after = await getLicense(ctx, { id })
  if (!done) throw tooLate(after, 'revoked')
  return after
}

/** The same within the caller's transaction, who has authorized. False when it has ended already. */
export async function takeBack(tx: Tx, ctx: Ctx, { id, reason }: EndLicenseInput): Promise<boolean> {
  const now = ctx.clock.now()
  const [license] = await tx.license.updateManyAndReturn({
    where: { id, status: 'LIVE', validUntil: { gt: now } },
    data: { status: 'REVOKED', endedAt: now, endedReason: reason },
    select: { id: true, key: true, organizationId: true },
  })
  if (!license) return false
  await record(tx, ctx, {
    action: 'license.revoke',
    object: auditObject(license),
    organizationId: license.organizationId,
    before: { status: 'LIVE' },
    after: { status: 'REVOKED', reason },
  })
  return true
}
