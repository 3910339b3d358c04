import type { Ctx } from '@/lib/context'
import type { LicenseFacts } from './hot'
import { licenseInForce } from './in-force'
import type { RetrieveLicenseInput } from './schema'
import { authorizeInstallation } from './use'

/** The license in force of the organization, for installed software; the same each time. Refused with the reason why not. */
export async function retrieveLicense(ctx: Ctx, input: RetrieveLicenseInput): Promise<LicenseFacts> {
  authorizeInstallation(ctx)
  return licenseInForce(ctx, input)
}
