import type { Ctx, OrgCtx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { findLive } from './find'
import { ONE_LIVE_INDEX } from './grant'
import { type LicenseFacts, type LicenseOf, liveLicense } from './hot'
import { storeTrial } from './hot-write'
import { newTrial } from './new-trial'
import { type ProductView, productOf } from './products'
import { notInForce, refused } from './refused'
import type { StartTrialInput } from './schema'
import { claimantsOf } from './trial-claimants'
import { trialClaims, whyNoTrial } from './trial-claims'
import { assertOwnOrganization, authorizeUse, noteCall } from './use'

/** What refuses a second trial: the claims for life, and among the licenses one trial and one that is live. */
const INDEXES = ['trial_claim_pkey', 'license_one_trial', ONE_LIVE_INDEX]

/**
 * Starts the free trial, once in the life of an account and of an organization, however many ask at once. Gives the
 * license that is in force when there is one. Refused with TRIAL_USED, TRIAL_USED_BY_ACCOUNT or NO_TRIAL.
 */
export async function startTrial(ctx: Ctx, input: StartTrialInput): Promise<LicenseFacts> {
  authorizeUse(ctx, 'license:trial')
  assertOwnOrganization(ctx, input.organizationId ?? ctx.organization.id)
  const product = await productOf(ctx.db, input.productCode)
  const of = { organizationId: ctx.organization.id, productCode: product.code, fqdn: '' }
  try {
    const license = await start(ctx, of, product)
    await noteCall(ctx, of, license.id)
    return license
  } catch (error) {
    await noteCall(ctx, of, null)
    throw error
  }
}

async function start(ctx: OrgCtx, of: LicenseOf, product: ProductView): Promise<LicenseFacts> {
  const running = await inForce(ctx, of)
  if (running) return running
  const made = newTrial(ctx, of, product)
  const claims = await trialClaims(ctx, await claimantsOf(ctx))
  try {
    await storeTrial(ctx.pool, { ...made, claims })
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
  if (!verdict.valid) throw notInForce(verdict.code, license)
  return license
}
