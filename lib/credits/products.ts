import { authorize, authorizeIn } from '@/lib/access/authorize'
import type { Ctx, OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'

export interface CreditProductView {
  code: string
  name: string
  /** What one of it is. */
  description: string
  /** Credits for one. */
  cost: number
  /** Whether it can be debited. */
  active: boolean
  updatedAt: Date
}

export const PRODUCT_SELECT = {
  code: true,
  name: true,
  description: true,
  cost: true,
  active: true,
  updatedAt: true,
} as const satisfies Prisma.CreditProductSelect

const ORDER = [{ cost: 'asc' }, { name: 'asc' }, { code: 'asc' }] as const

/** What credits can be spent on, and what they were: cheapest first. */
export async function creditPrices(ctx: OrgCtx): Promise<CreditProductView[]> {
  authorizeIn(ctx, 'credits:read')
  return ctx.db.creditProduct.findMany({ orderBy: [...ORDER], select: PRODUCT_SELECT })
}

/** The same for operators. */
export async function listCreditProducts(ctx: Ctx): Promise<CreditProductView[]> {
  authorize(ctx, 'credits:read-all')
  return ctx.db.creditProduct.findMany({ orderBy: [...ORDER], select: PRODUCT_SELECT })
}
