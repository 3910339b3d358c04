import type { Ctx } from '@/lib/context'
import { findByKey, type Standing } from './find'
import type { LicenseFacts } from './hot'
import { type ToldVerdict, told } from './judge'
import { readLicenseKey } from './key'
import { DEFAULT_PRODUCT, productOf } from './products'
import { refused } from './refused'
import type { LicenseKeyInput } from './schema'
import {
  assertHost,
  assertOwnOrganization,
  authorizeInstallation,
  foldHost,
  type InstallationCtx,
  noteCall,
} from './use'

export interface CheckedLicense {
  license: LicenseFacts
  verdict: ToldVerdict
}

/** For installed software (`isActive`): the license of a key and its verdict now. Refused with UNKNOWN_KEY. */
export async function checkLicense(ctx: Ctx, input: LicenseKeyInput): Promise<CheckedLicense> {
  authorizeInstallation(ctx)
  const { license, verdict } = await standingOf(ctx, input)
  return { license, verdict: told(verdict, license) }
}

/** The license that a key stands for, once it is clear that it is the caller's; notes the call on its installation. */
export async function standingOf(ctx: InstallationCtx, input: LicenseKeyInput): Promise<Standing> {
  const standing = await findByKey(ctx, readLicenseKey(input.licenseKey))
  if (!standing) return refuseUnknown(ctx, input)
  const { productCode, fqdn, id } = standing.license
  if (input.productCode !== undefined && input.productCode !== productCode) throw refused('UNKNOWN_KEY')
  await assertHardware(ctx, input.hardwareId, fqdn)
  await noteCall(ctx, { organizationId: ctx.organization.id, productCode, fqdn }, id)
  return standing
}

/** Whoever belongs elsewhere is told so, whatever the key; the others leave the trace of the call, but no host that was never licensed. */
async function refuseUnknown(ctx: InstallationCtx, input: LicenseKeyInput): Promise<never> {
  const { code: productCode, perHost } = await productOf(ctx.db, input.productCode ?? DEFAULT_PRODUCT)
  if (!perHost) {
    assertOwnOrganization(ctx, input.hardwareId)
    await noteCall(ctx, { organizationId: ctx.organization.id, productCode, fqdn: '' }, null)
  }
  throw refused('UNKNOWN_KEY')
}

/** The hardware id is the organization, or the host where the product is licensed per host. */
async function assertHardware(ctx: InstallationCtx, hardwareId: string, fqdn: string): Promise<void> {
  if (fqdn === '') return assertOwnOrganization(ctx, hardwareId)
  if (foldHost(hardwareId) !== fqdn) throw refused('WRONG_HOST')
  await assertHost(ctx, hardwareId)
}
