import { authorize } from '@/lib/access/authorize'
import { belongsTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import { findLive } from './find'
import { getLicense } from './get'
import { licenseIn } from './issue-enterprise'
import type { LicenseOfferInput } from './schema'
import type { StaffLicenseView } from './view'

/** What issuing a license would mean, for whoever is about to agree to it. */
export interface LicenseOffer {
  organization: { id: string; name: string }
  /** The license that a new one would end. */
  live: StaffLicenseView | null
  /** Installations that have asked for a license of the product. */
  installations: number
  /** Whether whoever asks belongs to the organization, and so may not. */
  own: boolean
}

/** What a new license of this organization, product and host would replace. INVALID (fields) as issuing it. */
export async function licenseOffer(ctx: Ctx, input: LicenseOfferInput): Promise<LicenseOffer> {
  authorize(ctx, 'license:read-all')
  const of = await licenseIn(ctx, input)
  const live = await findLive(ctx, of)
  const [organization, installations, own] = await Promise.all([
    ctx.db.organization.findUniqueOrThrow({
      where: { id: of.organizationId },
      select: { id: true, name: true },
    }),
    ctx.db.installation.count({ where: { ...of } }),
    belongsTo(ctx, of.organizationId),
  ])
  return { organization, live: live && (await getLicense(ctx, live.license)), installations, own }
}
