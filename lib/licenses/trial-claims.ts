import type { Ctx } from '@/lib/context'
import type { TrialClaimant } from '@/lib/generated/prisma/client'
import { tokenHash } from '@/lib/secrets'
import type { Claim } from './hot-write'
import type { ReasonCode } from './reasons'

/** Who takes a trial: always an organization, and a person where there is one. */
export interface Claimants {
  organizationId: string
  accountId: string | null
}

/** Why these claimants may have no trial; null: they may. */
export async function whyNoTrial(
  ctx: Ctx,
  claims: Claim[],
): Promise<Extract<ReasonCode, 'TRIAL_USED' | 'TRIAL_USED_BY_ACCOUNT'> | null> {
  const found = await ctx.db.trialClaim.findMany({
    where: { hash: { in: claims.map(claim => claim.hash) } },
    select: { claimant: true },
  })
  if (found.some(({ claimant }) => claimant === 'ORGANIZATION')) return 'TRIAL_USED'
  return found.length > 0 ? 'TRIAL_USED_BY_ACCOUNT' : null
}

/**
 * One claim for the organization, one for the account, and one for each of its ways to sign in: whoever deletes an
 * account or organization and makes it anew is known again.
 */
export async function trialClaims(ctx: Ctx, { organizationId, accountId }: Claimants): Promise<Claim[]> {
  return [
    claim(ctx, 'ORGANIZATION', organizationId.toLowerCase()),
    ...(accountId === null ? [] : await accountClaims(ctx, accountId)),
  ]
}

async function accountClaims(ctx: Ctx, accountId: string): Promise<Claim[]> {
  const identities = await ctx.db.identity.findMany({
    where: { accountId },
    select: { provider: true, subject: true },
  })
  return [
    claim(ctx, 'ACCOUNT', accountId),
    ...identities.map(({ provider, subject }) => claim(ctx, 'ACCOUNT', `${provider}:${subject}`)),
  ]
}

function claim(ctx: Ctx, claimant: TrialClaimant, subject: string): Claim {
  // Hashed first: what a key may be derived for is limited in length, and ids of organizations are long at times.
  return { claimant, hash: ctx.secrets.derive(`trial:${claimant}:${tokenHash(subject)}`) }
}
