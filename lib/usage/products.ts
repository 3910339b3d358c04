import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx, OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { DEFAULT_PRODUCT, type ProductView, productOf } from '@/lib/licenses/products'
import { onScreen } from '@/lib/licenses/reasons'

/** What an organization reports use of besides Flex: whatever it has, or had, a license of. */
export async function otherProducts(ctx: Ctx): Promise<ProductView[]> {
  authorizeIn(ctx, 'usage:read')
  const licensed = await ctx.db.license.findMany({
    where: { organizationId: ctx.organization.id, productCode: { not: DEFAULT_PRODUCT } },
    distinct: ['productCode'],
    orderBy: { productCode: 'asc' },
    select: { productCode: true },
  })
  return Promise.all(licensed.map(({ productCode }) => productOf(ctx.db, productCode)))
}

/** Flex, or one of those. Refused with UNKNOWN_PRODUCT, or NO_LICENSE for one that was never licensed here. */
export async function usageProduct(ctx: OrgCtx, code: string): Promise<ProductView> {
  const product = await productOf(ctx.db, code)
  if (code === DEFAULT_PRODUCT) return product
  const license = await ctx.db.license.findFirst({
    where: { organizationId: ctx.organization.id, productCode: code },
    select: { id: true },
  })
  if (license) return product
  throw new AppError('CONFLICT', onScreen('NO_LICENSE'), { reason: 'NO_LICENSE' })
}
