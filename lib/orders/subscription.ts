import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { extendLicense } from './license'
import { licenseEnd } from './periods'
import { type SettledOrder, termsOf } from './settled-order'

export interface Period {
  start: Date
  end: Date
}

/** How audit rows name a subscription. */
export function subscriptionObject({ id, planName }: { id: string; planName: string }) {
  return { type: 'subscription', id, name: planName }
}

/** Nothing else was agreed for the next period. */
export const NO_NEXT = {
  nextPlanCode: null,
  nextPlanName: null,
  nextMau: null,
  nextInterval: null,
  nextPrice: null,
} as const

const RUNNING_SELECT = { licenseId: true, cancelAtPeriodEnd: true, periodEnd: true } as const

/** A whole period is paid for: the same subscription goes on with it, on the terms of the order. */
export async function applyRenewal(tx: Tx, ctx: Ctx, order: SettledOrder): Promise<void> {
  const { subscriptionId: id, periodStart, periodEnd } = order
  if (id === null || periodStart === null || periodEnd === null) throw movedOn()
  // Stripe counts the periods of its own, and may tell of the later one first: they only move on.
  const former: Prisma.SubscriptionWhereInput =
    order.provider === 'STRIPE'
      ? { periodStart: { lte: periodStart }, periodEnd: { not: periodEnd } }
      : { periodEnd: periodStart }
  const [subscription] = await tx.subscription.updateManyAndReturn({
    where: { id, status: { not: 'ENDED' }, ...former },
    data: {
      ...termsOf(order),
      ...NO_NEXT,
      status: 'ACTIVE',
      pastDueAt: null,
      periodStart,
      periodEnd,
    },
    select: RUNNING_SELECT,
  })
  if (!subscription && (await isPaidPast(tx, order))) return
  if (!subscription) throw movedOn()
  await extend(tx, ctx, { id, order, running: subscription })
  const { planCode, mau, interval } = order
  await record(tx, ctx, {
    action: order.kind === 'CHANGE' ? 'subscription.change' : 'subscription.renew',
    object: subscriptionObject({ id, planName: order.planName }),
    organizationId: order.organizationId,
    after: { planCode, mau, interval, periodEnd: periodEnd.toISOString() },
  })
}

/** Whether Stripe told of a later period first, so that there is nothing left to move. */
async function isPaidPast(tx: Tx, { provider, subscriptionId: id }: SettledOrder): Promise<boolean> {
  if (provider !== 'STRIPE' || id === null) return false
  const running = { id, status: { not: 'ENDED' as const } }
  return (await tx.subscription.findFirst({ where: running, select: { id: true } })) !== null
}

/** The difference to another plan is paid: it holds for the rest of the period. */
export async function applyChange(tx: Tx, ctx: Ctx, order: SettledOrder): Promise<void> {
  const { subscriptionId: id, periodEnd } = order
  if (id === null || periodEnd === null) throw movedOn()
  const [subscription] = await tx.subscription.updateManyAndReturn({
    where: { id, status: { not: 'ENDED' }, periodEnd },
    data: { ...termsOf(order), ...NO_NEXT },
    select: RUNNING_SELECT,
  })
  if (!subscription) throw movedOn()
  await extend(tx, ctx, { id, order, running: subscription })
  await record(tx, ctx, {
    action: 'subscription.change',
    object: subscriptionObject({ id, planName: order.planName }),
    organizationId: order.organizationId,
    after: { planCode: order.planCode, mau: order.mau, interval: order.interval },
  })
}

interface Extending {
  id: string
  order: SettledOrder
  running: { licenseId: string; periodEnd: Date; cancelAtPeriodEnd: boolean }
}

async function extend(tx: Tx, ctx: Ctx, { id, order, running }: Extending): Promise<void> {
  const { licenseId: old } = running
  const licenseId = await extendLicense(tx, ctx, { id: old, order, validUntil: licenseEnd(running) })
  if (licenseId !== old)
    await tx.subscription.update({ where: { id }, data: { licenseId }, select: { id: true } })
}

function movedOn(): AppError {
  return new AppError(
    'CONFLICT',
    'The subscription has ended or was renewed meanwhile: this order pays for nothing any more. Void it, then record the payment: it is kept to be refunded.',
  )
}
