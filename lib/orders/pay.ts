import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError, notFound } from '@/lib/errors'
import { orderNumber } from './number'
import { OPEN_SELECT, toOpenOrder } from './open-order'
import { providerOf } from './providers'
import type { OrderRef } from './schema'

/** Where an open order of the organization is paid. CONFLICT when it is paid or void, or Stripe cannot be reached. */
export async function payOrder(ctx: Ctx, { number }: OrderRef): Promise<{ number: string; url: string }> {
  authorizeIn(ctx, 'order:place')
  const row = await ctx.db.order.findFirst({
    where: { number, organizationId: ctx.organization.id },
    select: { ...OPEN_SELECT, status: true },
  })
  if (!row) throw notFound('This order')
  const { status, ...open } = row
  if (status !== 'OPEN') throw new AppError('CONFLICT', 'There is nothing to pay for this order.')
  const { url } = await providerOf(row.provider).open(ctx, toOpenOrder(open))
  return { number: orderNumber(number), url }
}
