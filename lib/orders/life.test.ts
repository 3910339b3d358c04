import { beforeEach, describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { currentLicense } from '@/lib/licenses/current'
import { currentLicenseSchema } from '@/lib/licenses/schema'
import { testWorld } from '@/lib/testing/context'
import { audited, DAY, enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { numberIn, subscribed } from '@/lib/testing/ordering'
import { getBilling } from './billing'
import { cancelSubscription } from './cancel'
import { changePlan } from './change-plan'
import { exportOrders } from './export'
import { getOrder } from './get'
import { listAllOrders, listOrders } from './list'
import { exportOrdersSchema, listOrdersSchema } from './list-schema'
import { quoteChanges } from './quote'
import { markOrderPaid } from './staff'
import { sweepOrders } from './sweep'

const world = testWorld()

const START = new Date('2027-01-31T09:00:00Z')
const END = new Date('2027-02-28T09:00:00Z')
const GRACE_END = new Date('2027-03-14T09:00:00Z')

beforeEach(() => world.clock.set(START))

const days = (from: Date, count: number) => new Date(from.getTime() + count * DAY * 1000)
const license = async (org: OrgCtx) => (await currentLicense(org, currentLicenseSchema.parse({}))).license
const billing = (org: OrgCtx) => getBilling(org, { productCode: 'adminui001' })
const subscription = (org: OrgCtx) =>
  world.db.subscription.findFirstOrThrow({ where: { organizationId: org.organization.id } })
const open = async (org: OrgCtx) => numberIn((await billing(org)).openOrder?.number ?? '')
const pay = async (org: OrgCtx) =>
  markOrderPaid(world.operator, {
    number: await open(org),
    reference: 'Bank 2',
    paidAt: world.clock.now(),
  })

/** An organization with a subscription that began at START. */
async function customer(wanted: Parameters<typeof subscribed>[2] = {}): Promise<OrgCtx> {
  const org = await world.newOrganization()
  await subscribed(org, world.operator, wanted)
  return org
}

describe('a renewal', () => {
  it('is ordered a week before the end, once, and mailed', async () => {
    const org = await customer({ email: 'renew@acme.example' })
    world.clock.set(days(END, -8))
    await sweepOrders(world.operator)
    expect((await billing(org)).openOrder).toBeNull()
    world.clock.set(days(END, -7))
    await Promise.all([sweepOrders(world.operator), sweepOrders(world.operator)])
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
})

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

  it('is for owners and admins of the organization alone', async () => {
    await expect(cancelSubscription(world.viewer, { cancel: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await customer()
    await expect(cancelSubscription(world.stranger, { cancel: true })).rejects.toThrow(/no subscription/)
  })
})

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
})

describe('what else happens', () => {
  it('an enterprise license in its place ends the subscription', async () => {
    const org = await customer()
    await enterprise(await newSales(world), org)
    await sweepOrders(world.operator)
    expect(await subscription(org)).toMatchObject({ status: 'ENDED' })
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
  })

  it('orders are found by staff and exported by their organization alone', async () => {
    const org = await customer({ company: '=Formula & Co' })
    const found = await listAllOrders(
      world.operator,
      listOrdersSchema.parse({ q: '=formula', status: 'PAID' }),
    )
    expect(found.rows).toMatchObject([{ organizationId: org.organization.id, status: 'PAID' }])
    await expect(listAllOrders(org, listOrdersSchema.parse({}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const file = await exportOrders(org, exportOrdersSchema.parse({ format: 'csv' }))
    let text = ''
    for await (const piece of file.text) text += piece
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('PAID,NEW,Gluu Admin UI,Starter,200,MONTH,50.00,USD,2027-01-31T09:00:00.000Z')
    const where = { organizationId: org.organization.id, action: 'order.export' }
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })
})
