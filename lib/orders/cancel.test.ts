import { beforeEach, describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { billing, days, END, GRACE_END, license, livesIn, START } from '@/lib/testing/subscription-life'
import { cancelSubscription } from './cancel'
import { listOrders } from './list'
import { listOrdersSchema } from './list-schema'
import { sweepOrders } from './sweep'

const world = testWorld()
const { customer, pay, subscription } = livesIn(world)

beforeEach(() => world.clock.set(START))

describe('a cancellation', () => {
  it('lets the license end with the paid period, to the second, and orders nothing more', async () => {
    const org = await customer()
    await cancelSubscription(org, { cancel: true })
    expect(await license(org)).toMatchObject({ validUntil: END })
    for (const at of [days(END, -7), END]) {
      world.clock.set(at)
      await sweepOrders(world.operator)
    }
    expect((await license(org))?.verdict).toMatchObject({ valid: false, code: 'EXPIRED' })
    expect(await subscription(org)).toMatchObject({ status: 'ENDED', endedReason: 'It was canceled.' })
    expect((await listOrders(org, listOrdersSchema.parse({}))).total).toBe(1)
  })

  it('closes the open renewal, can be taken back before the end, and is refused twice', async () => {
    const org = await customer()
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    await cancelSubscription(org, { cancel: true })
    expect((await billing(org)).openOrder).toBeNull()
    await expect(cancelSubscription(org, { cancel: true })).rejects.toMatchObject({ code: 'CONFLICT' })
    await cancelSubscription(org, { cancel: false })
    expect(await license(org)).toMatchObject({ validUntil: GRACE_END })
    await sweepOrders(world.operator)
    expect((await billing(org)).openOrder).toMatchObject({ kind: 'RENEWAL' })
    expect(await audited(org, (await subscription(org)).id)).toEqual([
      'subscription.start',
      'subscription.cancel',
      'subscription.keep',
    ])
  })

  it('is told by mail, and so is that the open invoice is void', async () => {
    const org = await customer()
    world.clock.set(days(END, -7))
    await sweepOrders(world.operator)
    const open = (await billing(org)).openOrder
    await cancelSubscription(org, { cancel: true })
    const { id: organizationId } = org.organization
    const { email } = await world.db.order.findFirstOrThrow({ where: { organizationId } })
    const mails = await queuedMails(world.operator, email)
    const subjects = mails.filter(({ link }) => link?.includes(organizationId)).map(({ subject }) => subject)
    expect(subjects).toContain('Your subscription to Starter is canceled')
    expect(subjects).toContain(`Nothing to pay any more: ${open?.number}`)
  })

  it('at the very moment of a sweep or a payment leaves nothing to pay, and locks nobody out', async () => {
    for (let round = 0; round < 5; round++) {
      world.clock.set(START)
      const org = await customer()
      world.clock.set(days(END, -7))
      if (round % 2) await sweepOrders(world.operator)
      const settling = round % 2 ? pay(org) : sweepOrders(world.operator)
      const all = await Promise.allSettled([cancelSubscription(org, { cancel: true }), settling])
      for (const one of all) {
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
      }
      const { cancelAtPeriodEnd } = await subscription(org)
      expect(cancelAtPeriodEnd).toBe(true)
      expect((await billing(org)).openOrder).toBeNull()
    }
  })

  it('is for owners and admins of the organization alone', async () => {
    await expect(cancelSubscription(world.viewer, { cancel: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await customer()
    await expect(cancelSubscription(world.stranger, { cancel: true })).rejects.toThrow(/no subscription/)
  })
})
