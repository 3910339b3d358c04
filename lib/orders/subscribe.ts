import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx, OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { AppError, invalidField } from '@/lib/errors'
import { closeOrder } from './close'
import { hasEnterprise } from './license'
import { invoiceMail } from './mails'
import { openOrderOf } from './open-order'
import { payOrder } from './pay'
import { DUE_DAYS } from './periods'
import { holdOrders, orTaken, placeOrder } from './place'
import { priceOf } from './price-of'
import { currentProvider, providerOf } from './providers'
import { endReplaced } from './replaced'
import type { SubscribeInput } from './schema'
import { taxed } from './tax'
import type { PaymentMethod } from './view'

interface Offer {
  productCode: string
  name: string
  mau: number
  monthlyPrice: number
  yearlyPrice: number
  currency: string
}

/**
 * Orders a subscription, in place of a first order that nobody has paid, and says where it is paid. CONFLICT where there
 * is a subscription or an enterprise license already.
 */
export async function subscribe(ctx: Ctx, input: SubscribeInput): Promise<{ number: string; url: string }> {
  authorizeIn(ctx, 'order:place')
  const plan = await planOnOffer(ctx, input.planCode)
  const of = { organizationId: ctx.organization.id, productCode: plan.productCode }
  await assertNoEnterprise(ctx, of)
  await endReplaced(ctx, of)
  await assertNothingRuns(ctx, of)
  const former = await openOrderOf(ctx.db, of)
  if (former) await providerOf(former.provider).close(ctx, former)
  const { method } = currentProvider()
  const number = await orTaken(
    ctx.db.$transaction(async tx => {
      await holdOrders(tx)
      if (former) await replace(tx, ctx, former.id)
      return orderPlan(tx, ctx, { input, plan, method })
    }),
  )
  return payOrder(ctx, { number })
}

/** A plan that is offered now. INVALID (`planCode`) for any other. */
async function planOnOffer(ctx: Ctx, code: string): Promise<Offer> {
  const plan = await ctx.db.plan.findUnique({
    where: { code, active: true },
    select: {
      productCode: true,
      name: true,
      mau: true,
      monthlyPrice: true,
      yearlyPrice: true,
      currency: true,
    },
  })
  if (!plan) throw invalidField('planCode', 'This plan is not offered any more. Choose another one.')
  return plan
}

interface OfProduct {
  organizationId: string
  productCode: string
}

async function assertNoEnterprise(ctx: Ctx, of: OfProduct): Promise<void> {
  if (await hasEnterprise(ctx.db, ctx, of)) {
    throw new AppError('CONFLICT', 'Your organization has an enterprise license. Contact sales to change it.')
  }
}

async function assertNothingRuns(ctx: Ctx, of: OfProduct): Promise<void> {
  const where = { ...of, status: { not: 'ENDED' as const } }
  if (await ctx.db.subscription.findFirst({ where, select: { id: true } })) {
    throw new AppError(
      'CONFLICT',
      'Your organization has a subscription already. Change its plan under Plan & Billing.',
    )
  }
}

/** CONFLICT when it was paid since it was looked at: then there is a subscription, and nothing to order. */
async function replace(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  if (await closeOrder(tx, ctx, { id, reason: 'Another order took its place.', mail: false })) return
  throw new AppError('CONFLICT', 'Your former order was paid or closed at this moment. Look at it again.')
}

interface Wanted {
  input: SubscribeInput
  plan: Offer
  method: PaymentMethod
}

async function orderPlan(tx: Tx, ctx: OrgCtx, { input, plan, method }: Wanted): Promise<number> {
  const { planCode, interval, ...details } = input
  const organizationId = ctx.organization.id
  await tx.billingDetails.upsert({
    where: { organizationId },
    create: { organizationId, ...details },
    update: details,
    select: { organizationId: true },
  })
  const price = priceOf(plan, interval)
  const { name: planName, mau, currency, productCode } = plan
  const due = taxed(price, method)
  const terms = { planCode, planName, mau, interval, price, currency, ...details }
  const dueAt = daysAfter(ctx.clock.now(), DUE_DAYS)
  const { number } = await placeOrder(tx, ctx, {
    organizationId,
    productCode,
    kind: 'NEW',
    provider: method,
    dueAt,
    ...terms,
    ...due,
  })
  if (method === 'INVOICE') {
    await queueMail(
      tx,
      ctx,
      invoiceMail(ctx, { number, organizationId, ...terms, ...due }, { dueAt, kind: 'NEW' }),
    )
  }
  return number
}
