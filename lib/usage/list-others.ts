import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { otherProducts } from './products'
import { type Usage, usageOf } from './view'

/** The reported months of each product that the organization reports besides Flex, and where they lead. */
export async function listOtherUsages(ctx: Ctx): Promise<Usage[]> {
  authorizeIn(ctx, 'usage:read')
  const organizationId = ctx.organization.id
  const products = await otherProducts(ctx)
  return Promise.all(products.map(product => usageOf(ctx, organizationId, product)))
}
