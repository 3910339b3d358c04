import type { Ctx, OrgCtx } from '@/lib/context'
import { parseOrderNumber } from '@/lib/orders/number'
import { type SubscribeInput, subscribeSchema } from '@/lib/orders/schema'
import { markOrderPaid } from '@/lib/orders/staff'
import { subscribe } from '@/lib/orders/subscribe'

/** What a customer types at the checkout: Starter by the month, unless told otherwise. */
export function checkout(wanted: Partial<SubscribeInput> = {}): SubscribeInput {
  return subscribeSchema.parse({
    planCode: 'flex-200',
    interval: 'MONTH',
    company: 'Acme',
    contactName: 'Ada Lovelace',
    email: 'ada@acme.example',
    address: '1 Main Street\nLondon',
    taxId: 'GB123',
    ...wanted,
  })
}

/** The number in what people read. */
export function numberIn(text: string): number {
  const number = parseOrderNumber(text)
  if (number === null) throw new Error(`${text} is not the number of an order.`)
  return number
}

/** Subscribes by invoice and has it paid: the number of the order. */
export async function subscribed(
  org: OrgCtx,
  staff: Ctx,
  wanted: Partial<SubscribeInput> = {},
): Promise<number> {
  const number = numberIn((await subscribe(org, checkout(wanted))).number)
  await markOrderPaid(staff, { number, reference: 'Bank 1', paidAt: org.clock.now() })
  return number
}
