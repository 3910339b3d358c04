import type { Ctx, OrgCtx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { findLive } from './find'
import { insertLicense, ONE_LIVE_INDEX, type Terms, wholeSecond } from './grant'
import { type LicenseFacts, type LicenseOf, liveLicense } from './hot'
import { type ProductView, productOf } from './products'
import { refused } from './refused'
import type { StartTrialInput } from './schema'
import { claimantsOf } from './trial-claimants'
import { claimTrial, TRIAL_CLAIM_INDEX, trialClaims, whyNoTrial } from './trial-claims'
import { assertOwnOrganization, authorizeUse, seen } from './use'

const DAY = 24 * 60 * 60 * 1000

/** What a trial license says of its customer: installed software knows this word. */
const NOBODY = { company: '', email: 'trial_request', firstName: '', lastName: '' }

/** What refuses a second trial: the claims for life, and among the licenses one trial and one that is live. */
const INDEXES = [TRIAL_CLAIM_INDEX, 'license_one_trial', ONE_LIVE_INDEX]

/**
 * Starts the free trial, once in the life of an account and of an organization, however many ask at once. Gives the
 * license that is in force when there is one. Refused with TRIAL_USED, TRIAL_USED_BY_ACCOUNT or NO_TRIAL.
 */
export async function startTrial(ctx: Ctx, input: StartTrialInput): Promise<LicenseFacts> {
  authorizeUse(ctx, 'license:trial')
  assertOwnOrganization(ctx, input.organizationId ?? ctx.organization.id)
  const product = await productOf(ctx.db, input.productCode)
  const of = trialOf(ctx, product)
  try {
    const license = await start(ctx, product)
    await seen(ctx, of, license.id)
    return license
  } catch (error) {
    await seen(ctx, of, null)
    throw error
  }
}

async function start(ctx: OrgCtx, product: ProductView): Promise<LicenseFacts> {
  const of = trialOf(ctx, product)
  const running = await inForce(ctx, of)
  if (running) return running
  const terms = trialTerms(ctx, product)
  const claims = await trialClaims(ctx, await claimantsOf(ctx))
  try {
    await ctx.db.$transaction(async tx => {
      await claimTrial(tx, ctx, claims)
      await insertLicense(tx, ctx, { ...terms, replaced: null })
    })
  } catch (error) {
    if (!INDEXES.some(index => brokeUnique(error, index))) throw error
    // Somebody was first: if it was for this organization, theirs is the answer.
    const first = await inForce(ctx, of)
    if (!first) throw refused((await whyNoTrial(ctx, claims)) ?? 'CONFLICT')
    return first
  }
  return started(ctx, of)
}

async function started(ctx: OrgCtx, of: LicenseOf): Promise<LicenseFacts> {
  const license = await liveLicense(ctx.pool, of)
  if (!license) throw refused('CONFLICT')
  return license
}

/** The license that makes a trial needless. Refused when it is suspended or lies ahead. */
async function inForce(ctx: OrgCtx, of: LicenseOf): Promise<LicenseFacts | null> {
  const standing = await findLive(ctx, of)
  if (!standing) return null
  const { license, verdict } = standing
  if (!verdict.valid) throw refused(verdict.code, license.suspendedReason ?? undefined)
  return license
}

/** Exactly so many times 24 hours, whatever clocks are put forward or back in between. */
function trialTerms(ctx: OrgCtx, product: ProductView): Terms {
  if (product.trialDays === null || product.trialMau === null) throw refused('NO_TRIAL')
  const validFrom = wholeSecond(ctx.clock.now())
  return {
    ...trialOf(ctx, product),
    kind: 'TRIAL',
    mauThreshold: product.trialMau,
    validFrom,
    validUntil: new Date(validFrom.getTime() + product.trialDays * DAY),
    customer: NOBODY,
    notes: '',
  }
}

function trialOf(ctx: OrgCtx, product: ProductView): LicenseOf {
  return { organizationId: ctx.organization.id, productCode: product.code, fqdn: '' }
}
