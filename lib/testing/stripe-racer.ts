import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { receiveStripeEvent } from '@/lib/orders/stripe/receive'
import { racing, racingSchema } from './racing'

/** Events of Stripe, many at once. Prints what became of each. */
const taskSchema = racingSchema.extend({
  deliveries: z.array(z.object({ body: z.string(), signature: z.string() })),
})
type Delivery = z.output<typeof taskSchema>['deliveries'][number]

/** What is not taken comes again, as from Stripe. */
async function deliver(system: Ctx, delivery: Delivery, more = 10): Promise<string> {
  try {
    return await receiveStripeEvent(system, delivery)
  } catch (error) {
    if (more > 0) return deliver(system, delivery, more - 1)
    throw error
  }
}

await racing(taskSchema, ({ deliveries }, system) =>
  deliveries.map(
    delivery => () => deliver({ ...system, actor: { kind: 'system', name: 'Stripe' } }, delivery),
  ),
)
