import { authorize } from '@/lib/access/authorize'
import { assertNotOwn, giveTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError, invalidField } from '@/lib/errors'
import { findLive } from './find'
import { getLicense } from './get'
import { grantLicense, orConflict, type Terms, wholeSecond } from './grant'
import type { LicenseOf } from './hot'
import { mailCustomer } from './mail'
import { productOf } from './products'
import type { IssueEnterpriseInput, LicenseOfferInput } from './schema'
import { foldHost } from './use'
import type { StaffLicenseView } from './view'

/**
 * Issues an enterprise license, which ends the organization's live one. INVALID (fields), FORBIDDEN for one's own,
 * CONFLICT when another license than `replacesId` is live.
 */
export async function issueEnterprise(ctx: Ctx, input: IssueEnterpriseInput): Promise<StaffLicenseView> {
  authorize(ctx, 'license:issue')
  const of = await licenseIn(ctx, input)
  await assertNotOwn(ctx, of.organizationId)
  const terms = termsOf(ctx, of, input)
  await assertNoGap(ctx, terms)
  const granting = giveTo(ctx, of.organizationId, async tx => {
    const granted = await grantLicense(tx, ctx, terms)
    const replaced = await replacedBy(tx, granted.id)
    if (input.replacesId !== undefined && input.replacesId !== replaced) throw notAgreed()
    await mailCustomer(tx, ctx, { id: granted.id, news: { kind: 'issued', replaced: replaced !== null } })
    return granted
  })
  return getLicense(ctx, await orConflict(granting))
}

async function replacedBy(tx: Tx, id: string): Promise<string | null> {
  const { replacesId } = await tx.license.findUniqueOrThrow({ where: { id }, select: { replacesId: true } })
  return replacesId
}

/** What ends must be what was shown when it was agreed. */
function notAgreed(): AppError {
  return new AppError(
    'CONFLICT',
    'The running license has changed since you looked. See what this one replaces now, and issue it again.',
  )
}

/** Organization and product exist, and a host is named where it must be and nowhere else. */
export async function licenseIn(ctx: Ctx, input: LicenseOfferInput): Promise<LicenseOf> {
  const organization = await ctx.db.organization.findUnique({
    where: { foldedId: input.organizationId.toLowerCase() },
    select: { id: true },
  })
  if (!organization) throw invalidField('organizationId', 'There is no organization with this id.')
  const product = await productOf(ctx.db, input.productCode)
  const fqdn = foldHost(input.fqdn)
  if (product.perHost && fqdn === '')
    throw invalidField('fqdn', `${product.name} is licensed per host. Name it.`)
  if (!product.perHost && fqdn !== '') throw invalidField('fqdn', `${product.name} is not licensed per host.`)
  return { organizationId: organization.id, productCode: product.code, fqdn }
}

function termsOf(ctx: Ctx, of: LicenseOf, input: IssueEnterpriseInput): Terms {
  const now = ctx.clock.now()
  const validFrom = wholeSecond(input.validFrom ?? now)
  const validUntil = wholeSecond(input.validUntil)
  if (validUntil <= now) throw invalidField('validUntil', 'Choose a date and time in the future.')
  if (validUntil <= validFrom) throw invalidField('validUntil', 'Choose an end after the start.')
  const { mauThreshold, customer, notes } = input
  return { ...of, kind: 'ENTERPRISE', mauThreshold, validFrom, validUntil, customer, notes }
}

/** A license that starts later must not end one that runs: the customer would be without any in between. */
async function assertNoGap(ctx: Ctx, { validFrom, ...of }: Terms): Promise<void> {
  if (validFrom <= ctx.clock.now()) return
  const { organizationId, productCode, fqdn } = of
  const live = await findLive(ctx, { organizationId, productCode, fqdn })
  if (!live?.verdict.valid) return
  const message =
    'The license that runs now would end today. Start the new one at once, or extend the running one.'
  throw invalidField('validFrom', message)
}
