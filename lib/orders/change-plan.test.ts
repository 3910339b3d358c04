import { beforeEach, describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { billing, days, END, GRACE_END, license, livesIn, open, START } from '@/lib/testing/subscription-life'
import { cancelSubscription } from './cancel'
import { changePlan } from './change-plan'
import { getOrder } from './get'
import { quoteChanges } from './quote'
import { sweepOrders } from './sweep'

const world = testWorld()
const { customer, pay } = livesIn(world)

beforeEach(() => world.clock.set(START))

describe('a change of plan', () => {
  const quoteOf = async (org: OrgCtx, code: string, interval: 'MONTH' | 'YEAR' = 'MONTH') => {
    const { quotes } = await quoteChanges(org)
    const quote = quotes.find(each => each.planCode === code && each.interval === interval)
    if (!quote) throw new Error(`There is no quote for ${code}.`)
    return quote
  }

  it('to a dearer one costs the difference of the rest, and holds when that is paid', async () => {
    const org = await customer()
    const before = await license(org)
    world.clock.set(days(START, 14))
    const quote = await quoteOf(org, 'flex-400')
    expect(quote).toMatchObject({ now: 2500, from: null })
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 2500 })
    expect(url).toContain('/market/flex/orders/INV-')
    expect(await license(org)).toMatchObject({ mauThreshold: 200 })
    await pay(org)
    expect(await license(org)).toMatchObject({
      key: before?.key,
      mauThreshold: 400,
      validUntil: GRACE_END,
    })
    expect((await billing(org)).subscription).toMatchObject({
      planName: 'Team',
      price: 10_000,
      periodEnd: END,
    })
  })

  it('is refused when it costs more than was agreed, and costs less when time has passed', async () => {
    const org = await customer()
    const wish = { planCode: 'flex-400', interval: 'MONTH' as const }
    await expect(changePlan(org, { ...wish, agreed: 4999 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(changePlan(org, { ...wish, agreed: 0 })).rejects.toMatchObject({ code: 'CONFLICT' })
    const { now } = await quoteOf(org, 'flex-400')
    world.clock.set(days(START, 1))
    await changePlan(org, { ...wish, agreed: now })
    expect(await getOrder(org, { number: await open(org) })).toMatchObject({ kind: 'CHANGE', amount: 4821 })
  })

  it('to a cheaper one, or to years, waits for the renewal and costs nothing now', async () => {
    const org = await customer({ planCode: 'flex-800' })
    expect(await quoteOf(org, 'flex-800', 'YEAR')).toMatchObject({ now: 0, from: END })
    expect(await changePlan(org, { planCode: 'flex-200', interval: 'MONTH', agreed: 0 })).toEqual({
      url: null,
    })
    expect((await billing(org)).subscription).toMatchObject({
      planName: 'Business',
      next: { planName: 'Starter' },
    })
    // What was agreed holds, whatever becomes of the plan.
    await world.db.plan.update({ where: { code: 'flex-200' }, data: { monthlyPrice: 7777 } })
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    expect(await getOrder(org, { number: await open(org) })).toMatchObject({
      amount: 5000,
      planName: 'Starter',
    })
    await pay(org)
    await world.db.plan.update({ where: { code: 'flex-200' }, data: { monthlyPrice: 5000 } })
    expect((await billing(org)).subscription).toMatchObject({ planName: 'Starter', next: null })
    expect(await license(org)).toMatchObject({ mauThreshold: 200 })
  })

  it('while the renewal is open changes that order', async () => {
    const org = await customer()
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    const first = await open(org)
    await changePlan(org, { planCode: 'flex-1600', interval: 'YEAR', agreed: 0 })
    expect(await getOrder(org, { number: first })).toMatchObject({ status: 'VOID' })
    expect(await getOrder(org, { number: await open(org) })).toMatchObject({
      kind: 'RENEWAL',
      amount: 320_000,
      periodEnd: new Date('2028-02-29T09:00:00Z'),
    })
  })

  it('is refused for a subscription that ends, and for plans of another currency', async () => {
    const org = await customer()
    await world.db.plan.update({ where: { code: 'flex-800' }, data: { currency: 'EUR' } })
    await expect(
      changePlan(org, { planCode: 'flex-800', interval: 'MONTH', agreed: 99_999 }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    await world.db.plan.update({ where: { code: 'flex-800' }, data: { currency: 'USD' } })
    await cancelSubscription(org, { cancel: true })
    await expect(quoteChanges(org)).rejects.toThrow(/Take the cancellation back/)
  })

  it('that nobody pays gives way to the renewal', async () => {
    const org = await customer()
    world.clock.set(days(START, 10))
    const { now } = await quoteOf(org, 'flex-400')
    await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: now })
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    expect((await billing(org)).openOrder).toMatchObject({ kind: 'RENEWAL', planName: 'Starter' })
  })

  it('at the very moment of a cancellation leaves nothing to pay on what ends', async () => {
    for (let round = 0; round < 5; round++) {
      const org = await customer()
      const wish = { planCode: 'flex-400', interval: 'MONTH' as const, agreed: 5000 }
      const all = await Promise.allSettled([changePlan(org, wish), cancelSubscription(org, { cancel: true })])
      for (const one of all) {
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
      }
      const { subscription, openOrder } = await billing(org)
      expect(subscription).toMatchObject({ cancelAtPeriodEnd: true })
      expect(openOrder).toBeNull()
    }
  })
})
