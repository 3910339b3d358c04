import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { productOf } from '@/lib/licenses/products'
import type { UsageOfOrganization } from './schema'
import { type Usage, usageOf } from './view'

/** The reported months of any organization and one product, for staff. NOT_FOUND for any other organization. */
export async function getUsageForStaff(ctx: Ctx, input: UsageOfOrganization): Promise<Usage> {
  authorize(ctx, 'usage:read-all')
  const { organizationId } = input
  const where = { id: organizationId }
  const found = await ctx.db.organization.findUnique({ where, select: { id: true } })
  if (!found) throw notFound('This organization')
  return usageOf(ctx, organizationId, await productOf(ctx.db, input.productCode))
}
