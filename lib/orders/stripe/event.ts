import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { orConflict } from '@/lib/licenses/grant'
import { orTaken } from '../place'

/**
 * Deals with one sort of event. Events come late, twice, out of order and at once in two processes: a handler takes only
 * the id from it, reads at Stripe how things stand now, and brings ours there in steps that have their effect once.
 */
export type Handler = (ctx: Ctx, id: string, type: Stripe.Event['type']) => Promise<void>

/** One transaction of it. CONFLICT when another process did the same at the same moment: Stripe tells again. */
export function step<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return orConflict(orTaken(ctx.db.$transaction(work)))
}

/**
 * Reads, writes, and reads again after a write that changed something: two processes may read before and after a change
 * at Stripe and write the other way round, and whoever was last must not leave what is past.
 */
export async function untilStill<T>(
  read: () => Promise<T>,
  write: (state: T) => Promise<boolean>,
): Promise<void> {
  while (await write(await read())) {}
}
