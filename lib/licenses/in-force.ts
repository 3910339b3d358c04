import type { OrgCtx } from '@/lib/context'
import { findLive, whyNoLicense } from './find'
import type { LicenseFacts } from './hot'
import { productOf } from './products'
import { notInForce, refused } from './refused'
import type { RetrieveLicenseInput } from './schema'
import { assertOwnOrganization, licenseOf, noteCall } from './use'

/**
 * The license in force that a call is about, after comparing whose it is and leaving the trace of the call. Refused with
 * the reason why there is none. A host that was never licensed leaves no trace: a client could name any number of them.
 */
export async function licenseInForce(ctx: OrgCtx, input: RetrieveLicenseInput): Promise<LicenseFacts> {
  assertOwnOrganization(ctx, input.organizationId ?? ctx.organization.id)
  const of = await licenseOf(ctx, await productOf(ctx.db, input.productCode), input.fqdn)
  const standing = await findLive(ctx, of)
  const none = standing ? null : await whyNoLicense(ctx, of)
  if (of.fqdn === '' || none !== 'NO_LICENSE') await noteCall(ctx, of, standing?.license.id ?? null)
  if (!standing) throw refused(none ?? 'NO_LICENSE')
  const { license, verdict } = standing
  if (!verdict.valid) throw notInForce(verdict.code, license)
  return license
}
