import type { Ctx } from '@/lib/context'
import { orderToRefund } from './pay-back'
import { providerOf } from './providers'
import type { OrderRef } from './schema'

/** What of an order's money is still to go back, in minor units of its currency, for staff. CONFLICT as for `payBackOrder`. */
export async function leftToRefund(ctx: Ctx, ref: OrderRef): Promise<{ left: number }> {
  const { provider, stripePaymentId, amount, currency } = await orderToRefund(ctx, ref)
  if (stripePaymentId === null) return { left: amount }
  return { left: await providerOf(provider).left({ stripePaymentId, currency }) }
}
