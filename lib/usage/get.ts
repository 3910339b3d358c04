import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { usageProduct } from './products'
import type { UsageOf } from './schema'
import { type Usage, usageOf } from './view'

/** The reported months of a product, and where they lead. */
export async function getUsage(ctx: Ctx, input: UsageOf): Promise<Usage> {
  authorizeIn(ctx, 'usage:read')
  return usageOf(ctx, ctx.organization.id, await usageProduct(ctx, input.productCode))
}
