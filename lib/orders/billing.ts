import { authorizeIn, may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { hasEnterprise } from './license'
import { orderNumber } from './number'
import { openOrderOf } from './open-order'
import { offeredPlans, type PlanView } from './plans'
import { currentProvider } from './providers'
import { REPLACED, RUNNING } from './replaced'
import type { Details } from './schema'
import { addsAutomaticTax, taxNote } from './tax'
import { SUBSCRIPTION_SELECT, type SubscriptionView, toSubscriptionView } from './view'

/** Where an organization stands with paying for a product, and what it may choose. */
export interface Billing {
  plans: PlanView[]
  /** The one that runs; null: there is none. */
  subscription: SubscriptionView | null
  /** What waits for its payment; null also for those who may not see orders. */
  openOrder: { number: string; kind: 'NEW' | 'RENEWAL' | 'CHANGE'; planName: string } | null
  /** Whether one that was replaced, or whose license was taken back, ends within a day. */
  replaced: boolean
  /** Whether an enterprise license runs: there is nothing to subscribe to. */
  enterprise: boolean
  /** What is added to every price: "plus VAT 19%"; null: nothing. */
  taxNote: string | null
  /** Whether this person may subscribe, change and cancel. */
  mayOrder: boolean
}

/** What Plan & Billing shows. */
export async function getBilling(ctx: Ctx, { productCode }: { productCode: string }): Promise<Billing> {
  authorizeIn(ctx, 'plan:read')
  const of = { organizationId: ctx.organization.id, productCode }
  const [plans, row, replaced, open, enterprise] = await Promise.all([
    offeredPlans(ctx, productCode),
    ctx.db.subscription.findFirst({ where: { ...of, ...RUNNING }, select: SUBSCRIPTION_SELECT }),
    ctx.db.subscription.count({ where: { ...of, ...REPLACED } }),
    may(ctx.actor, 'order:read') ? openOrderOf(ctx.db, of) : null,
    hasEnterprise(ctx.db, ctx, of),
  ])
  return {
    plans,
    subscription: row && toSubscriptionView(row),
    openOrder: open && { number: orderNumber(open.number), kind: open.kind, planName: open.planName },
    replaced: replaced > 0,
    enterprise,
    taxNote: taxNote(row ?? { provider: currentProvider().method, automaticTax: addsAutomaticTax() }),
    mayOrder: may(ctx.actor, 'order:place'),
  }
}

/** What the checkout offers for the invoice: what the last one said, else the person's own address. */
export async function billingDetails(ctx: Ctx): Promise<Details> {
  authorizeIn(ctx, 'order:place')
  const kept = await ctx.db.billingDetails.findUnique({
    where: { organizationId: ctx.organization.id },
    select: { company: true, contactName: true, email: true, address: true, taxId: true },
  })
  if (kept) return kept
  const { actor, organization } = ctx
  const account =
    actor.kind === 'user'
      ? await ctx.db.account.findUnique({
          where: { id: actor.accountId },
          select: { name: true, email: true },
        })
      : null
  return {
    company: organization.name,
    contactName: account?.name ?? '',
    email: account?.email ?? '',
    address: '',
    taxId: '',
  }
}
