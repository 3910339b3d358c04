import type { Ctx } from '@/lib/context'
import { findLive, whyNoLicense } from './find'
import type { LicenseFacts } from './hot'
import { productOf } from './products'
import { refused } from './refused'
import type { RetrieveLicenseInput } from './schema'
import { assertOwnOrganization, authorizeInstallation, licenseOf, seen } from './use'

/** The license in force of the organization, for installed software; the same each time. Refused with the reason why not. */
export async function retrieveLicense(ctx: Ctx, input: RetrieveLicenseInput): Promise<LicenseFacts> {
  authorizeInstallation(ctx)
  assertOwnOrganization(ctx, input.organizationId ?? ctx.organization.id)
  const of = await licenseOf(ctx, await productOf(ctx.db, input.productCode), input.fqdn)
  const standing = await findLive(ctx, of)
  await seen(ctx, of, standing?.license.id ?? null)
  if (!standing) throw refused(await whyNoLicense(ctx, of))
  const { license, verdict } = standing
  if (!verdict.valid) throw refused(verdict.code, license.suspendedReason ?? undefined)
  return license
}
