import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { lockRow } from '@/lib/lock'
import { orderNumber } from './number'

/** What a new order says; its number is the next one. */
export type NewOrder = Omit<Prisma.OrderUncheckedCreateInput, 'id' | 'number' | 'orderedByName' | 'createdAt'>

/** Stores an order and its audit row in the caller's transaction. Breaks ONE_OPEN_INDEX when another is open. */
export async function placeOrder(tx: Tx, ctx: Ctx, order: NewOrder): Promise<{ id: string; number: number }> {
  const number = await nextNumber(tx)
  const data = { ...order, number, orderedByName: ctx.actor.name, createdAt: ctx.clock.now() }
  const placed = await tx.order.create({ data, select: { id: true, number: true } })
  const { planCode, mau, interval, amount, currency, kind } = order
  await record(tx, ctx, {
    action: 'order.place',
    object: orderObject(placed),
    organizationId: order.organizationId,
    after: { kind, planCode, mau, interval, amount, currency },
  })
  return placed
}

/** The counter's row is held until the caller commits, so that no number is left out and none comes twice. */
async function nextNumber(tx: Tx): Promise<number> {
  const { last } = await tx.orderCounter.update({
    where: { id: 1 },
    data: { last: { increment: 1 } },
    select: { last: true },
  })
  return last
}

/**
 * First in every transaction that changes more than one row of orders and subscriptions: one works, the others wait
 * here. Without it they lock in opposite orders and PostgreSQL ends one of them: placing holds the counter and waits,
 * at ONE_OPEN_INDEX, for whoever is voiding the former order and waits for the counter; settling goes from the order to
 * its subscription, canceling and ending from the subscription to its orders.
 */
export async function holdOrders(tx: Tx): Promise<void> {
  await lockRow(tx, 'order_counter', { id: 1 })
}

/** How audit rows name an order. */
export function orderObject({ id, number }: { id: string; number: number }) {
  return { type: 'order', id, name: orderNumber(number) }
}

/** The partial unique index that lets one order be open. */
const ONE_OPEN_INDEX = 'order_one_open'
/** The one that lets one subscription run. */
const ONE_LIVE_INDEX = 'subscription_one_live'

/** Two orders, or two subscriptions, at once: one went through, and the other one is told so. */
export async function orTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (brokeUnique(error, ONE_OPEN_INDEX)) {
      throw new AppError(
        'CONFLICT',
        'Another order was placed at the same moment. Look at it, and try again.',
      )
    }
    if (brokeUnique(error, ONE_LIVE_INDEX)) {
      throw new AppError('CONFLICT', 'This organization has a subscription already. Change its plan instead.')
    }
    throw error
  }
}
