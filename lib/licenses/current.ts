import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx, OrgCtx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { findLive } from './find'
import type { LicenseOf } from './hot'
import { type ProductView, productOf } from './products'
import type { ReasonCode } from './reasons'
import type { CurrentLicenseInput } from './schema'
import { claimantsOf } from './trial-claimants'
import { trialClaims, whyNoTrial } from './trial-claims'
import { foldHost } from './use'
import { type LicenseView, toView, VIEW_SELECT } from './view'
import { visibleKey } from './visible-key'

/** What the license card shows: where the organization stands with one product. */
export type LicenseState =
  | 'NONE'
  | 'TRIAL'
  | 'TRIAL_USED'
  | 'SUBSCRIPTION'
  | 'ENTERPRISE'
  | 'NOT_STARTED'
  | 'SUSPENDED'
  | 'EXPIRED'
  | 'REVOKED'

export interface CurrentLicense {
  state: LicenseState
  /** The live license, else the latest one that was; null: there never was any. Its key as this person may see it. */
  license: LicenseView | null
  /** Days until it ends, the begun one counted; null when none is live. */
  daysLeft: number | null
  trial: TrialOffer
}

interface TrialOffer {
  /** Whether this person may start it here and now. */
  offered: boolean
  /** Why not; null: it is offered, or something is live, or there is no trial of the product. */
  reason: ReasonCode | null
  days: number | null
  mau: number | null
}

/** Where the organization stands with a product, for the card in the portal and its next step. */
export async function currentLicense(ctx: Ctx, input: CurrentLicenseInput): Promise<CurrentLicense> {
  authorizeIn(ctx, 'license:read')
  const product = await productOf(ctx.db, input.productCode)
  const of = { organizationId: ctx.organization.id, productCode: product.code, fqdn: foldHost(input.fqdn) }
  // Judges it, so that one whose time is over is stored as expired.
  const live = await findLive(ctx, of)
  const license = await latestLicense(ctx, of)
  const claimed = live ? null : await whyNoTrial(ctx, await trialClaims(ctx, await claimantsOf(ctx)))
  const left = live && license ? license.validUntil.getTime() - ctx.clock.now().getTime() : null
  return {
    state: license ? stateOf(license) : claimed === 'TRIAL_USED' ? 'TRIAL_USED' : 'NONE',
    license,
    daysLeft: left === null ? null : Math.ceil(left / DAY_MS),
    trial: offer(product, { live: live !== null, claimed }),
  }
}

/** The live one comes first: of the others, none can have been made after it. */
async function latestLicense(ctx: OrgCtx, of: LicenseOf): Promise<LicenseView | null> {
  const row = await ctx.db.license.findFirst({
    where: { ...of },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: VIEW_SELECT,
  })
  return row && toView({ ...row, key: visibleKey(ctx.actor, row.key) }, ctx.clock.now())
}

function stateOf({ kind, verdict }: LicenseView): LicenseState {
  switch (verdict.code) {
    case 'VALID':
      return kind
    case 'NOT_STARTED':
    case 'SUSPENDED':
      return verdict.code
    default:
      return kind === 'TRIAL' ? 'TRIAL_USED' : verdict.code === 'REVOKED' ? 'REVOKED' : 'EXPIRED'
  }
}

function offer(
  { trialDays: days, trialMau: mau }: ProductView,
  { live, claimed }: { live: boolean; claimed: ReasonCode | null },
): TrialOffer {
  return { offered: days !== null && !live && claimed === null, reason: claimed, days, mau }
}
