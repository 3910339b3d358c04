import { beforeEach, describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { subscribed } from '@/lib/testing/ordering'
import { billing, days, END, GRACE_END, license, livesIn, START } from '@/lib/testing/subscription-life'
import { endSubscription } from './end'
import { markLate } from './late'
import { listOrders } from './list'
import { listOrdersSchema } from './list-schema'
import { sweepOrders } from './sweep'

const world = testWorld()
const { customer, pay, subscription } = livesIn(world)

beforeEach(() => world.clock.set(START))

describe('a renewal', () => {
  it('is ordered a week before the end, once, and mailed', async () => {
    const org = await customer({ email: 'renew@acme.example' })
    world.clock.set(days(END, -8))
    await sweepOrders(world.operator)
    expect((await billing(org)).openOrder).toBeNull()
    world.clock.set(days(END, -7))
    const done = await Promise.all([sweepOrders(world.operator), sweepOrders(world.operator)])
    // None of them failed: whoever comes second finds it done.
    expect(Math.min(...done)).toBeGreaterThan(0)
    await sweepOrders(world.operator)
    const orders = await listOrders(org, listOrdersSchema.parse({}))
    expect(orders.rows).toMatchObject([
      { kind: 'RENEWAL', status: 'OPEN', amount: 5000, dueAt: END, periodStart: END },
      { kind: 'NEW', status: 'PAID' },
    ])
    const [mail] = await queuedMails(world.operator, 'renew@acme.example')
    expect(mail?.text).toContain('about to be renewed')
  })

  it('goes on where the last period ended, under the same key, whenever it is paid', async () => {
    const org = await customer()
    const before = await license(org)
    world.clock.set(days(END, -3))
    await sweepOrders(world.operator)
    await pay(org)
    const after = await license(org)
    expect(after).toMatchObject({ key: before?.key, validUntil: new Date('2027-04-14T09:00:00Z') })
    expect((await billing(org)).subscription).toMatchObject({
      status: 'ACTIVE',
      periodStart: END,
      // Back on the 31st, which February does not have.
      periodEnd: new Date('2027-03-31T09:00:00Z'),
    })
    expect(await audited(org, (await subscription(org)).id)).toEqual([
      'subscription.start',
      'subscription.renew',
    ])
  })

  it('that is late keeps the license for the grace, is told once, and may still be paid', async () => {
    const org = await customer({ email: 'late@acme.example' })
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    world.clock.set(days(END, 1))
    await sweepOrders(world.operator)
    await sweepOrders(world.operator)
    expect((await billing(org)).subscription).toMatchObject({ status: 'PAST_DUE', graceUntil: GRACE_END })
    expect((await license(org))?.verdict.valid).toBe(true)
    const mails = await queuedMails(world.operator, 'late@acme.example')
    expect(mails.filter(({ subject }) => subject.includes('is missing'))).toHaveLength(1)
    await pay(org)
    expect((await billing(org)).subscription).toMatchObject({ status: 'ACTIVE', periodStart: END })
  })

  it('that nobody pays ends the subscription with the grace, to the second', async () => {
    const org = await customer()
    for (const at of [days(END, -7), days(END, 1), new Date(GRACE_END.getTime() - 1)]) {
      world.clock.set(at)
      await sweepOrders(world.operator)
    }
    expect((await license(org))?.verdict.valid).toBe(true)
    world.clock.set(GRACE_END)
    await sweepOrders(world.operator)
    expect((await license(org))?.verdict).toMatchObject({ valid: false, code: 'EXPIRED' })
    expect(await subscription(org)).toMatchObject({ status: 'ENDED' })
    expect((await billing(org)).openOrder).toBeNull()
    await subscribed(org, world.operator)
    expect((await license(org))?.verdict.valid).toBe(true)
  })

  it('that is paid since a sweep has looked at it is neither late nor over', async () => {
    const org = await customer()
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    const { id, periodEnd } = await subscription(org)
    await pay(org)
    const seen = { id, periodEnd }
    const over = { id, reason: 'It is over.', where: { periodEnd } }
    expect(await world.db.$transaction(tx => markLate(tx, world.operator, seen))).toBe(false)
    expect(await world.db.$transaction(tx => endSubscription(tx, world.operator, over))).toBe(false)
    expect(await subscription(org)).toMatchObject({ status: 'ACTIVE' })
  })

  it('that is paid at the very moment of the last sweep goes on, or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      world.clock.set(START)
      const org = await customer()
      world.clock.set(days(END, -7))
      await sweepOrders(world.operator)
      world.clock.set(GRACE_END)
      const [paid] = await Promise.allSettled([pay(org), sweepOrders(world.operator)])
      const { status } = await subscription(org)
      expect(status).toBe(paid.status === 'fulfilled' ? 'ACTIVE' : 'ENDED')
    }
  })
})
