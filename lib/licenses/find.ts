import type { Ctx, OrgCtx } from '@/lib/context'
import { type LicenseFacts, type LicenseOf, licenseByKey, liveLicense } from './hot'
import { judge, type Verdict } from './judge'
import type { ReasonCode } from './reasons'
import { storeExpiry } from './store-expiry'

/** A license and what is to be said of it now. */
export interface Standing {
  license: LicenseFacts
  verdict: Verdict
}

/** The license that counts for this product and host; null when none is live any more. */
export async function findLive(ctx: Ctx, of: LicenseOf): Promise<Standing | null> {
  const license = await liveLicense(ctx.pool, of)
  if (!license) return null
  const standing = await judged(ctx, license, of.organizationId)
  return standing.license.status === 'LIVE' ? standing : null
}

/**
 * The organization's license with this key. When that has ended and another one is live in its place, it is the other
 * one: installed software learns its new key so. Null for keys that are not the organization's.
 */
export async function findByKey(ctx: OrgCtx, key: string): Promise<Standing | null> {
  const organizationId = ctx.organization.id
  const license = await licenseByKey(ctx.pool, { organizationId, key })
  if (!license) return null
  const own = await judged(ctx, license, organizationId)
  if (own.license.status === 'LIVE') return own
  const { productCode, fqdn } = license
  return (await findLive(ctx, { organizationId, productCode, fqdn })) ?? own
}

/** Why there is no live license: what became of the latest one. */
export async function whyNoLicense(ctx: Ctx, of: LicenseOf): Promise<ReasonCode> {
  const latest = await ctx.db.license.findFirst({
    where: { ...of },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { status: true, validFrom: true, validUntil: true, suspendedAt: true },
  })
  if (!latest) return 'NO_LICENSE'
  const verdict = judge(latest, ctx.clock.now())
  // Issued since we looked: the next call finds it.
  return verdict.valid ? 'CONFLICT' : verdict.code
}

/** The judgement; a license that turns out expired is stored so. One that was extended meanwhile is looked at again. */
async function judged(ctx: Ctx, license: LicenseFacts, organizationId: string): Promise<Standing> {
  const verdict = judge(license, ctx.clock.now())
  if (license.status !== 'LIVE' || verdict.code !== 'EXPIRED') return { license, verdict }
  const stored = await storeExpiry(ctx, { ...license, organizationId })
  const now = stored ? null : await licenseByKey(ctx.pool, { organizationId, key: license.key })
  if (!now) return { license: { ...license, status: 'EXPIRED' }, verdict }
  return { license: now, verdict: judge(now, ctx.clock.now()) }
}
