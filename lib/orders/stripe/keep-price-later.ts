import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Worker } from '@/lib/jobs/work'
import { keepPrice } from './keep-price'

const jobSchema = z.object({ id: z.uuid() })

/**
 * Left behind before a price is changed at Stripe, for whoever dies before the change is committed here: minutes later
 * what Stripe charges is compared with what was agreed here. Where all went well that changes nothing.
 */
export function keepPriceLater(tx: Tx, { id }: { id: string }): Promise<void> {
  return enqueue(tx, 'price', { id })
}

/** Compares what `keepPriceLater` has left behind; again while Stripe does not answer. */
export function priceWorker(ctx: () => Ctx): Worker {
  return {
    queue: 'price',
    every: 15_000,
    done: 'delete',
    run: data => keepPrice(ctx(), jobSchema.parse(data).id),
  }
}
