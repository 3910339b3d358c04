import { beforeEach, describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { days, license, START } from '@/lib/testing/subscription-life'
import { getOrder } from './get'
import { listAllOrders } from './list'
import { listOrdersSchema } from './list-schema'
import { markReturned, payBackOrder } from './pay-back'
import { getStaffOrder, markOrderPaid, recordLatePayment, voidOrder } from './staff'
import { subscribe } from './subscribe'
import { sweepOrders } from './sweep'

const world = testWorld()

beforeEach(() => world.clock.set(START))

const payment = (number: number) => ({ number, reference: 'Bank 7', paidAt: world.clock.now() })

/** An organization whose order was closed before its money was there. */
async function paidTooLate(wanted = {}) {
  const org = await world.newOrganization()
  const number = numberIn((await subscribe(org, checkout(wanted))).number)
  await voidOrder(world.operator, { number, reason: 'Nobody paid.' })
  return { org, number }
}

describe('a bank payment for a void order', () => {
  it('is kept to be refunded, gives no license, and customer and staff are told', async () => {
    const { org, number } = await paidTooLate({ email: 'late@acme.example' })
    const after = await recordLatePayment(world.operator, payment(number))
    expect(after).toMatchObject({
      status: 'TO_REFUND',
      paidReference: 'Bank 7',
      closedReason: 'The order was void when it was paid.',
    })
    expect(await license(org)).toBeNull()
    expect(await audited(org, after.id)).toEqual(['order.place', 'order.void', 'order.to-refund'])
    const mails = await queuedMails(world.operator, 'late@acme.example')
    expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^We will refund/))
  })

  it('does the same for one that was closed by itself', async () => {
    const org = await world.newOrganization()
    const number = numberIn((await subscribe(org, checkout())).number)
    world.clock.set(days(START, 31))
    await sweepOrders(world.operator)
    expect(await getOrder(org, { number })).toMatchObject({ status: 'VOID' })
    expect(await recordLatePayment(world.operator, payment(number))).toMatchObject({ status: 'TO_REFUND' })
  })

  it('is recorded once of many at once, and only where the order is void', async () => {
    const { org, number } = await paidTooLate()
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => recordLatePayment(world.operator, payment(number))),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const open = numberIn((await subscribe(org, checkout())).number)
    await expect(recordLatePayment(world.operator, payment(open))).rejects.toThrow(/Mark it as paid instead/)
    await markOrderPaid(world.operator, payment(open))
    await expect(recordLatePayment(world.operator, payment(open))).rejects.toThrow(/is paid already/)
  })

  it('is where money goes that an enterprise license has made useless', async () => {
    const org = await world.newOrganization()
    const number = numberIn((await subscribe(org, checkout())).number)
    await enterprise(await newSales(world), org)
    await expect(markOrderPaid(world.operator, payment(number))).rejects.toThrow(/then record the payment/)
    await voidOrder(world.operator, { number, reason: 'You have an enterprise license.' })
    expect(await recordLatePayment(world.operator, payment(number))).toMatchObject({ status: 'TO_REFUND' })
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
  })

  it('is for staff who do not belong to the organization, of a day that has come', async () => {
    const { org, number } = await paidTooLate()
    await expect(recordLatePayment(org, payment(number))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(recordLatePayment(world.operator, payment(999_999))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const tomorrow = { ...payment(number), paidAt: days(START, 3) }
    await expect(recordLatePayment(world.operator, tomorrow)).rejects.toMatchObject({ code: 'INVALID' })
    const sales = await newSales(world)
    if (sales.actor.kind !== 'staff') throw new Error('Sales are staff.')
    const { accountId } = sales.actor
    await world.db.member.create({
      data: { organizationId: org.organization.id, accountId, role: 'VIEWER' },
    })
    await expect(recordLatePayment(sales, payment(number))).rejects.toThrow(/You belong to this organization/)
    await recordLatePayment(world.operator, payment(number))
    await expect(markReturned(sales, { number, note: 'Mine' })).rejects.toThrow(/You belong to this/)
  })
})

describe('money that was returned by hand', () => {
  it('is marked with a note, told to the customer, and leaves the list', async () => {
    const { org, number } = await paidTooLate({ email: 'hand@acme.example' })
    const { id } = await recordLatePayment(world.operator, payment(number))
    await expect(payBackOrder(world.operator, { number, amount: 5000 })).rejects.toThrow(
      /mark it as returned/,
    )
    const returned = await markReturned(world.operator, { number, note: 'Transfer 4711' })
    expect(returned).toMatchObject({
      status: 'REFUNDED',
      refundNote: 'Transfer 4711',
      closedReason: 'The order was void when it was paid.',
    })
    expect(await audited(org, id)).toEqual(['order.place', 'order.void', 'order.to-refund', 'order.refund'])
    const event = await world.db.auditEvent.findFirstOrThrow({
      where: { action: 'order.refund', objectId: id },
    })
    expect(event.after).toMatchObject({ note: 'Transfer 4711' })
    const mails = await queuedMails(world.operator, 'hand@acme.example')
    expect(mails.filter(({ subject }) => subject.startsWith('Refunded: '))).toHaveLength(1)
    const waiting = listOrdersSchema.parse({ status: 'TO_REFUND', q: org.organization.id })
    expect((await listAllOrders(world.operator, waiting)).rows).toEqual([])
  })

  it('is marked once, by staff, and only where it is to be refunded', async () => {
    const { org, number } = await paidTooLate()
    const returned = { number, note: 'Transfer 1' }
    await expect(markReturned(world.operator, returned)).rejects.toThrow(/is void already/)
    await recordLatePayment(world.operator, payment(number))
    await expect(markReturned(org, returned)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => markReturned(world.operator, returned)),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await getStaffOrder(world.operator, { number })).toMatchObject({ status: 'REFUNDED' })
  })
})
