import type { Ctx } from '@/lib/context'
import { findByKey, type Standing } from './find'
import type { LicenseFacts } from './hot'
import type { Verdict } from './judge'
import { readLicenseKey } from './key'
import { refused } from './refused'
import type { LicenseKeyInput } from './schema'
import {
  assertHost,
  assertOwnOrganization,
  authorizeInstallation,
  foldHost,
  type InstallationCtx,
  seen,
} from './use'

export interface CheckedLicense {
  license: LicenseFacts
  verdict: Verdict | { valid: true; code: 'NOT_ACTIVATED' }
}

/** What is to be said of a license key of the organization, for installed software (`isActive`). Refused with UNKNOWN_KEY. */
export async function checkLicense(ctx: Ctx, input: LicenseKeyInput): Promise<CheckedLicense> {
  authorizeInstallation(ctx)
  const { license, verdict } = await standingOf(ctx, input)
  if (verdict.valid && license.activatedAt === null) {
    return { license, verdict: { valid: true, code: 'NOT_ACTIVATED' } }
  }
  return { license, verdict }
}

/** The license that this key stands for, after comparing whose it is and leaving the trace of the call. */
export async function standingOf(ctx: InstallationCtx, input: LicenseKeyInput): Promise<Standing> {
  const standing = await findByKey(ctx, readLicenseKey(input.licenseKey))
  if (!standing) throw refused('UNKNOWN_KEY')
  const { productCode, fqdn, id } = standing.license
  if (input.productCode !== undefined && input.productCode !== productCode) throw refused('UNKNOWN_KEY')
  await assertHardware(ctx, input.hardwareId, fqdn)
  await seen(ctx, { organizationId: ctx.organization.id, productCode, fqdn }, id)
  return standing
}

/** The hardware id is the organization, or the host where the product is licensed per host. */
async function assertHardware(ctx: InstallationCtx, hardwareId: string, fqdn: string): Promise<void> {
  if (fqdn === '') return assertOwnOrganization(ctx, hardwareId)
  if (foldHost(hardwareId) !== fqdn) throw refused('WRONG_HOST')
  await assertHost(ctx, hardwareId)
}
