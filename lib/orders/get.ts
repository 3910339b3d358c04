import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { OrderRef } from './schema'
import { ORDER_SELECT, type OrderView, toOrderView } from './view'

/** One order of the organization. NOT_FOUND for any other number. */
export async function getOrder(ctx: Ctx, { number }: OrderRef): Promise<OrderView> {
  authorizeIn(ctx, 'order:read')
  const where = { number, organizationId: ctx.organization.id }
  const row = await ctx.db.order.findFirst({ where, select: ORDER_SELECT })
  if (!row) throw notFound('This order')
  return toOrderView(row)
}
