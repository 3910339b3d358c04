import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { AppError, invalidField } from '@/lib/errors'
import { wholeSecond } from '@/lib/licenses/grant'
import { closeOrdersOf } from './end'
import { invoiceMail } from './mails'
import { openOrderOf } from './open-order'
import { payOrder } from './pay'
import { DUE_DAYS } from './periods'
import { holdOrders, orTaken, placeOrder } from './place'
import { providerOf } from './providers'
import { type Quote, quoteChanges } from './quote'
import { detailsOf, openRenewal, RENEWED_SELECT } from './renewal'
import type { Running } from './running'
import type { ChangePlanInput } from './schema'
import { NO_NEXT, subscriptionObject } from './subscription'

/**
 * Changes the plan as it was agreed: a dearer one now, for the difference, and where that is paid; another interval now
 * where the provider charges it, and any other from the next period on. CONFLICT when it costs more than was shown.
 */
export async function changePlan(ctx: Ctx, input: ChangePlanInput): Promise<{ url: string | null }> {
  authorizeIn(ctx, 'order:place')
  const { subscription, quotes, usedUntil } = await quoteChanges(ctx, input)
  const [wanted] = quotes
  if (!wanted) throw invalidField('planCode', 'You cannot change to this plan. Choose another one.')
  assertAgreed(wanted, input.agreed)
  const provider = providerOf(subscription.provider)
  const open = await openOrderOf(ctx.db, subscription)
  if (open) await provider.close(ctx, open)
  switch (wanted.begins) {
    case 'INTERVAL':
      await provider.beginInterval(ctx, subscription, { terms: wanted, usedUntil })
      return { url: null }
    case 'NEXT':
      await provider.change(ctx, subscription, wanted)
      try {
        await orTaken(ctx.db.$transaction(tx => agreeOnNext(tx, ctx, { subscription, wanted })))
      } finally {
        // It may be refused, or another one may have been agreed on meanwhile: the provider charges what holds here.
        await provider.keepPrice(ctx, subscription)
      }
      return { url: null }
    case 'DIFFERENCE': {
      const number = await orTaken(
        ctx.db.$transaction(tx => orderDifference(tx, ctx, { subscription, wanted })),
      )
      return payOrder(ctx, { number })
    }
  }
}

const CHANGEABLE = { status: 'ACTIVE', cancelAtPeriodEnd: false } as const

function changed(): AppError {
  return new AppError('CONFLICT', 'The subscription has changed meanwhile. Look at it again.')
}

/** The price changes from hour to hour: paying less than was agreed is fine; anything else is not. */
function assertAgreed({ now }: Quote, agreed: number): void {
  if (now <= agreed && now > 0 === agreed > 0) return
  throw new AppError('CONFLICT', 'The difference has changed meanwhile. Look at it again.')
}

interface Change {
  subscription: Running
  wanted: Quote
}

async function orderDifference(tx: Tx, ctx: Ctx, { subscription, wanted }: Change): Promise<number> {
  const { id, organizationId, productCode, provider, periodEnd, planCode: former } = subscription
  await holdOrders(tx)
  // The difference is one to the plan that was there when it was reckoned.
  const same = { id, periodEnd, planCode: former, ...CHANGEABLE }
  if ((await tx.subscription.count({ where: same })) === 0) throw changed()
  await closeOrdersOf(tx, ctx, { subscriptionId: id, reason: 'Another order took its place.' })
  const { now: amount, tax, taxLabel, planCode, planName, mau, interval, price, currency } = wanted
  const terms = { planCode, planName, mau, interval, price, currency, amount, tax, taxLabel }
  const order = { ...terms, ...(await detailsOf(tx, organizationId)), organizationId }
  const latest = daysAfter(ctx.clock.now(), DUE_DAYS)
  const dueAt = periodEnd < latest ? periodEnd : latest
  const { number } = await placeOrder(tx, ctx, {
    ...order,
    productCode,
    subscriptionId: id,
    kind: 'CHANGE',
    provider,
    periodStart: wholeSecond(ctx.clock.now()),
    periodEnd,
    dueAt,
  })
  if (provider === 'INVOICE') {
    await queueMail(tx, ctx, invoiceMail(ctx, { ...order, number }, { dueAt, kind: 'CHANGE' }))
  }
  return number
}

async function agreeOnNext(tx: Tx, ctx: Ctx, { subscription, wanted }: Change): Promise<void> {
  const { id, periodEnd, planCode, interval } = subscription
  await holdOrders(tx)
  const back = wanted.planCode === planCode && wanted.interval === interval
  const [after] = await tx.subscription.updateManyAndReturn({
    where: { id, periodEnd, ...CHANGEABLE },
    data: back
      ? NO_NEXT
      : {
          nextPlanCode: wanted.planCode,
          nextPlanName: wanted.planName,
          nextMau: wanted.mau,
          nextInterval: wanted.interval,
          nextPrice: wanted.price,
        },
    select: RENEWED_SELECT,
  })
  if (!after) throw changed()
  const renewing = await openOrderOf(tx, subscription)
  await closeOrdersOf(tx, ctx, { subscriptionId: id, reason: 'The plan was changed.' })
  if (renewing?.kind === 'RENEWAL') await openRenewal(tx, ctx, after)
  await record(tx, ctx, {
    action: 'subscription.change',
    object: subscriptionObject(subscription),
    after: { planCode: wanted.planCode, interval: wanted.interval, from: periodEnd.toISOString() },
  })
}
