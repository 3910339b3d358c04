import { auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { auditObject } from './audit-object'
import { standingOf } from './check'
import type { LicenseFacts } from './hot'
import { storeActivation } from './hot-write'
import { notInForce } from './refused'
import type { LicenseKeyInput } from './schema'
import { authorizeInstallation, type InstallationCtx } from './use'

/** Puts a license to use; however many installations of the organization do so, it is done once. Refused with the reason. */
export async function activateLicense(ctx: Ctx, input: LicenseKeyInput): Promise<LicenseFacts> {
  authorizeInstallation(ctx)
  const { license, verdict } = await standingOf(ctx, input)
  if (!verdict.valid) throw notInForce(verdict.code, license)
  if (license.activatedAt !== null) return license
  return { ...license, activatedAt: await activateOnce(ctx, license) }
}

async function activateOnce(ctx: InstallationCtx, license: LicenseFacts): Promise<Date> {
  const at = ctx.clock.now()
  const object = auditObject(license)
  const entry = { action: 'license.activate', object, organizationId: ctx.organization.id } as const
  await storeActivation(ctx.pool, { id: license.id, at, audit: auditColumns(ctx, entry) })
  return at
}
