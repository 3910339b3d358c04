import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { invalidField } from '@/lib/errors'
import { type CreditProductView, PRODUCT_SELECT } from './products'
import type { CreateProductInput } from './schema'

/** Adds something that credits can be spent on. INVALID (`code`) when the code is taken. */
export async function createCreditProduct(ctx: Ctx, input: CreateProductInput): Promise<CreditProductView> {
  authorize(ctx, 'credits:price')
  const now = ctx.clock.now()
  const { code, ...after } = input
  try {
    return await ctx.db.$transaction(async tx => {
      const data = { ...input, createdAt: now, updatedAt: now }
      const product = await tx.creditProduct.create({ data, select: PRODUCT_SELECT })
      const object = { type: 'credit-product', id: code, name: product.name }
      await record(tx, ctx, { action: 'credits.create-product', object, after })
      return product
    })
  } catch (error) {
    if (brokeUnique(error, 'credit_product_pkey'))
      throw invalidField('code', 'Another product has this code.')
    throw error
  }
}
