import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Prisma } from '@/lib/generated/prisma/client'
import { faultOf, log } from '@/lib/log'
import { closeOrder } from './close'
import { END_SELECT, endEverywhere } from './end-everywhere'
import { markLate } from './late'
import { OPEN_SELECT, openOrderOf, toOpenOrder } from './open-order'
import { GRACE_DAYS, NOTICE_DAYS, OPEN_DAYS } from './periods'
import { holdOrders, orTaken } from './place'
import { providerOf } from './providers'
import { openRenewal, RENEWED_SELECT } from './renewal'
import { REPLACED, WHY_REPLACED } from './replaced'

/** Subscriptions and orders that one run looks at, of each sort; the rest waits for the next day. */
const BATCH = 500

/** Renewals are ordered, late ones told, and what is over is ended; resolves to how many. A daily job. */
export async function sweepOrders(ctx: Ctx): Promise<number> {
  let done = 0
  for (const step of [orderRenewals, tellLate, endOver, endAllReplaced, closeStale]) done += await step(ctx)
  return done
}

/** Some days before the end of a period that is paid by invoice. */
async function orderRenewals(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now()
  const due = (['MONTH', 'YEAR'] as const).map(interval => ({
    interval,
    periodEnd: { lte: daysAfter(now, NOTICE_DAYS[interval]) },
  }))
  const where: Prisma.SubscriptionWhereInput = {
    provider: 'INVOICE',
    status: 'ACTIVE',
    cancelAtPeriodEnd: false,
    periodEnd: { gt: daysAfter(now, -GRACE_DAYS) },
    AND: { OR: due },
    orders: { none: { status: 'OPEN', kind: 'RENEWAL' } },
  }
  const subscriptions = await ctx.db.subscription.findMany({
    where,
    take: BATCH,
    select: RENEWED_SELECT,
  })
  return each(subscriptions, async subscription => {
    const open = await openOrderOf(ctx.db, subscription)
    await orTaken(
      ctx.db.$transaction(async tx => {
        await holdOrders(tx)
        // Another sweep, or who cancels, may have been faster.
        const renewable = await tx.subscription.count({ where: { AND: [{ id: subscription.id }, where] } })
        if (renewable === 0) return
        // A change that nobody has paid must not keep the renewal from being paid.
        if (open)
          await closeOrder(tx, ctx, { id: open.id, reason: 'The renewal took its place.', mail: true })
        await openRenewal(tx, ctx, subscription)
      }),
    )
  })
}

/** The period is over, and the next one is not paid. Of Stripe's subscriptions, Stripe tells. */
async function tellLate(ctx: Ctx): Promise<number> {
  const late = await ctx.db.subscription.findMany({
    where: {
      provider: 'INVOICE',
      status: 'ACTIVE',
      cancelAtPeriodEnd: false,
      periodEnd: { lte: ctx.clock.now() },
    },
    take: BATCH,
    select: { id: true, periodEnd: true },
  })
  return each(late, subscription => ctx.db.$transaction(tx => markLate(tx, ctx, subscription)))
}

/** Canceled ones after their period, late ones after the grace. */
async function endOver(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now()
  return end(ctx, {
    where: {
      OR: [
        { cancelAtPeriodEnd: true, periodEnd: { lte: now } },
        { cancelAtPeriodEnd: false, periodEnd: { lte: daysAfter(now, -GRACE_DAYS) } },
      ],
    },
    reason: canceled => (canceled ? 'It was canceled.' : 'The renewal was not paid within the grace period.'),
  })
}

async function endAllReplaced(ctx: Ctx): Promise<number> {
  return end(ctx, { where: REPLACED, reason: () => WHY_REPLACED })
}

interface Ending {
  where: Prisma.SubscriptionWhereInput
  reason: (canceled: boolean) => string
}

async function end(ctx: Ctx, { where, reason }: Ending): Promise<number> {
  const over = await ctx.db.subscription.findMany({
    where: { AND: [{ status: { not: 'ENDED' } }, where] },
    take: BATCH,
    select: END_SELECT,
  })
  return each(over, subscription =>
    endEverywhere(ctx, subscription, { where, reason: reason(subscription.cancelAtPeriodEnd) }),
  )
}

/** First orders and changes that nobody has paid. */
async function closeStale(ctx: Ctx): Promise<number> {
  const before = daysAfter(ctx.clock.now(), -OPEN_DAYS)
  const stale = await ctx.db.order.findMany({
    where: { status: 'OPEN', kind: { not: 'RENEWAL' }, createdAt: { lte: before } },
    take: BATCH,
    select: OPEN_SELECT,
  })
  return each(stale, async row => {
    const order = toOpenOrder(row)
    await providerOf(order.provider).close(ctx, order)
    const closing = {
      id: order.id,
      reason: `It was not paid within ${OPEN_DAYS} days.`,
      mail: order.provider === 'INVOICE',
    }
    await ctx.db.$transaction(tx => closeOrder(tx, ctx, closing))
  })
}

/** One that fails, such as for Stripe being away, waits for the next day and does not keep the others from it. */
async function each<T extends { id: string }>(
  rows: T[],
  work: (row: T) => Promise<unknown>,
): Promise<number> {
  let done = 0
  for (const row of rows) {
    try {
      await work(row)
      done++
    } catch (error) {
      log.error({ ...faultOf(error), id: row.id }, 'a subscription could not be looked after')
    }
  }
  return done
}
