import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Ctx, OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { grantLicense, wholeSecond } from '@/lib/licenses/grant'
import { issueEnterprise } from '@/lib/licenses/issue-enterprise'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { issueEnterpriseSchema, startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'

/** The same caller, so many milliseconds ago. */
export function ago<C extends Ctx>(ctx: C, milliseconds: number): C {
  const at = new Date(Date.now() - milliseconds)
  return { ...ctx, clock: { now: () => at } }
}

/** A trial that the person of this context started. */
export function trial(ctx: OrgCtx) {
  return startTrial(ctx, startTrialSchema.parse({}))
}

/** Somebody of the sales team, who belongs to no organization. */
export async function sales(ctx: OrgCtx): Promise<Ctx> {
  const data = { name: 'Sal', email: `sal-${randomUUID()}@example.org` }
  const { id, name } = await ctx.db.account.create({ data })
  return { ...ctx, organization: null, actor: { kind: 'staff', accountId: id, name, roles: ['SALES'] } }
}

/** An enterprise license of this organization without the screens: 5,000 MAU for a year, unless told otherwise. */
export function enterpriseLicense(by: Ctx, { organization }: OrgCtx, terms: object = {}) {
  const validUntil = daysAfter(by.clock.now(), 365)
  const base = { organizationId: organization.id, mauThreshold: 5000, validUntil }
  return issueEnterprise(by, issueEnterpriseSchema.parse({ ...base, ...terms }))
}

/** A subscription as a paid order gives it: 500 MAU for a month. */
export function subscription(ctx: OrgCtx) {
  const validFrom = wholeSecond(ctx.clock.now())
  const customer = { company: '', email: '', firstName: '', lastName: '' }
  return ctx.db.$transaction(tx =>
    grantLicense(tx, ctx, {
      organizationId: ctx.organization.id,
      productCode: DEFAULT_PRODUCT,
      fqdn: '',
      kind: 'SUBSCRIPTION',
      mauThreshold: 500,
      validFrom,
      validUntil: daysAfter(validFrom, 31),
      customer,
      notes: '',
    }),
  )
}

/** Opens the Flex page of the organization; resolves to its license card. */
export async function openCard(page: Page, { organization }: OrgCtx) {
  await page.goto(`/o/${organization.id}/market/flex`)
  return page.getByRole('region', { name: 'Flex License' })
}
