import { giveTo } from '@/lib/access/not-own'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { auditObject } from './audit-object'
import { getLicense } from './get'
import { mailCustomer } from './mail'
import type { EndLicenseInput, LicenseId } from './schema'
import { licenseForStaff, tooLate } from './staff'
import type { StaffLicenseView } from './view'

/** Puts a live license out of force until it is resumed; its time runs on. CONFLICT when it is not live, or suspended. */
export async function suspendLicense(ctx: Ctx, { id, reason }: EndLicenseInput): Promise<StaffLicenseView> {
  const { organizationId } = await licenseForStaff(ctx, 'license:suspend', id)
  const done = await giveTo(ctx, organizationId, async tx => {
    const out = await putOutOfForce(tx, ctx, { id, reason })
    if (out) await mailCustomer(tx, ctx, { id, news: { kind: 'suspended', reason } })
    return out
  })
  const after = await getLicense(ctx, { id })
  if (!done) throw tooLate(after, 'suspended')
  return after
}

/** The same within the caller's transaction, who has authorized. False when it is not live, or suspended. */
export async function putOutOfForce(tx: Tx, ctx: Ctx, { id, reason }: EndLicenseInput): Promise<boolean> {
  const now = ctx.clock.now()
  const [license] = await tx.license.updateManyAndReturn({
    where: { id, status: 'LIVE', suspendedAt: null, validUntil: { gt: now } },
    data: { suspendedAt: now, suspendedReason: reason },
    select: { id: true, key: true, organizationId: true },
  })
  if (!license) return false
  await record(tx, ctx, {
    action: 'license.suspend',
    object: auditObject(license),
    organizationId: license.organizationId,
    after: { reason },
  })
  return true
}

/** Puts a suspended license back in force, for what is left of its time. CONFLICT when it is not suspended. */
export async function resumeLicense(ctx: Ctx, { id }: LicenseId): Promise<StaffLicenseView> {
  const { organizationId } = await licenseForStaff(ctx, 'license:suspend', id)
  const done = await giveTo(ctx, organizationId, async tx => {
    const back = await putBackInForce(tx, ctx, id)
    if (back) await mailCustomer(tx, ctx, { id, news: { kind: 'resumed' } })
    return back
  })
  const after = await getLicense(ctx, { id })
  if (!done) throw tooLate(after, 'resumed')
  return after
}

/** The same within the caller's transaction, who has authorized. False when it is not suspended. */
export async function putBackInForce(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const where = {
    id,
    status: 'LIVE' as const,
    suspendedAt: { not: null },
    validUntil: { gt: ctx.clock.now() },
  }
  const before = await tx.license.findFirst({ where, select: { suspendedReason: true } })
  const [license] = await tx.license.updateManyAndReturn({
    where,
    data: { suspendedAt: null, suspendedReason: null },
    select: { id: true, key: true, organizationId: true },
  })
  if (!license) return false
  await record(tx, ctx, {
    action: 'license.resume',
    object: auditObject(license),
    organizationId: license.organizationId,
    before: { reason: before?.suspendedReason ?? null },
  })
  return true
}
