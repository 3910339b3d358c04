import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { invalidField, notFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { lockRow } from '@/lib/lock'
import type { ChangePlanTermsInput, PlanInput } from './plan-schema'

export interface PlanView extends PlanInput {
  productName: string
  updatedAt: Date
}

const SELECT = {
  code: true,
  name: true,
  productCode: true,
  product: { select: { name: true } },
  mau: true,
  monthlyPrice: true,
  yearlyPrice: true,
  currency: true,
  active: true,
  position: true,
  updatedAt: true,
} satisfies Prisma.PlanSelect

type Row = Prisma.PlanGetPayload<{ select: typeof SELECT }>

function toView({ product, ...row }: Row): PlanView {
  return { ...row, productName: product.name }
}

const ORDER = [{ position: 'asc' as const }, { mau: 'asc' as const }, { code: 'asc' as const }]

/** The plans on offer for a product, in their order. */
export async function offeredPlans(ctx: Ctx, productCode: string): Promise<PlanView[]> {
  authorize(ctx, 'plan:read')
  const where = { productCode, active: true }
  return (await ctx.db.plan.findMany({ where, orderBy: ORDER, select: SELECT })).map(toView)
}

/** Every plan there is, for those who edit them. */
export async function listPlans(ctx: Ctx): Promise<PlanView[]> {
  authorize(ctx, 'plan:read-all')
  return (await ctx.db.plan.findMany({ orderBy: ORDER, select: SELECT })).map(toView)
}

/** What plans can be made of: products that are not licensed per host. */
export async function planProducts(ctx: Ctx): Promise<{ code: string; name: string }[]> {
  authorize(ctx, 'plan:read-all')
  const select = { code: true, name: true }
  return ctx.db.product.findMany({ where: { perHost: false }, orderBy: { name: 'asc' }, select })
}

/** A new plan. INVALID (`code`) when there is one of this code, (`productCode`) for what is licensed per host. */
export async function createPlan(ctx: Ctx, input: PlanInput): Promise<PlanView> {
  authorize(ctx, 'plan:change')
  assertCurrency(input.currency)
  const product = await ctx.db.product.findUnique({
    where: { code: input.productCode, perHost: false },
    select: { code: true },
  })
  if (!product) throw invalidField('productCode', 'Choose a product that is not licensed per host.')
  try {
    return await ctx.db.$transaction(async tx => {
      const data = { ...input, updatedAt: ctx.clock.now() }
      const plan = await tx.plan.create({ data, select: SELECT })
      await record(tx, ctx, { action: 'plan.create', object: objectOf(plan), after: { ...input } })
      return toView(plan)
    })
  } catch (error) {
    if (!brokeUnique(error, 'plan_pkey')) throw error
    throw invalidField('code', 'There is a plan with this code.')
  }
}

/** Changes what is offered from now on. Orders and subscriptions keep the terms that they were made with. */
export async function changePlanTerms(ctx: Ctx, { code, ...terms }: ChangePlanTermsInput): Promise<PlanView> {
  authorize(ctx, 'plan:change')
  assertCurrency(terms.currency)
  return ctx.db.$transaction(async tx => {
    if (!(await lockRow(tx, 'plan', { code }))) throw notFound('This plan')
    const before = await tx.plan.findUniqueOrThrow({ where: { code }, select: SELECT })
    const changed = Object.keys(terms)
      .filter(isKeyOf(terms))
      .filter(key => terms[key] !== before[key])
    if (changed.length === 0) return toView(before)
    const data = { ...terms, updatedAt: ctx.clock.now() }
    const after = await tx.plan.update({ where: { code }, data, select: SELECT })
    await record(tx, ctx, {
      action: 'plan.change',
      object: objectOf(after),
      before: Object.fromEntries(changed.map(key => [key, before[key]])),
      after: Object.fromEntries(changed.map(key => [key, after[key]])),
    })
    return toView(after)
  })
}

function objectOf({ code, name }: { code: string; name: string }) {
  return { type: 'plan', id: code, name }
}

function isKeyOf<T extends object>(terms: T) {
  return (key: string): key is Extract<keyof T, string> => key in terms
}

function assertCurrency(currency: string): void {
  if (Intl.supportedValuesOf('currency').includes(currency)) return
  throw invalidField('currency', 'There is no such currency.')
}
