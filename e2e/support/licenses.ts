import type { Page } from '@playwright/test'
import type { Ctx, OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { grantLicense, wholeSecond } from '@/lib/licenses/grant'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { newSales } from '@/lib/testing/licensing'

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
export function sales(ctx: OrgCtx): Promise<Ctx> {
  return newSales({ operator: { ...ctx, organization: null } })
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
