import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { startTrial } from '@/lib/licenses/start-trial'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card } from '@/lib/testing/license-verbs'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { checkout, numberIn, subscribed } from '@/lib/testing/ordering'
import { join } from '@/lib/testing/people'
import { getOrder } from './get'
import { orderNumber } from './number'
import { payOrder } from './pay'
import { getStaffOrder, markOrderPaid, voidOrder } from './staff'
import { subscribe } from './subscribe'

const world = testWorld()

const order = async (org: OrgCtx, wanted = {}) => numberIn((await subscribe(org, checkout(wanted))).number)
const paid = (number: number) => ({ number, reference: 'Bank 7', paidAt: world.clock.now() })

describe('subscribing by invoice', () => {
  it('places an order at the price of the plan, says where it is paid, and mails the invoice', async () => {
    const org = await world.newOrganization()
    const { number, url } = await subscribe(org, checkout({ interval: 'YEAR', email: 'pay@acme.example' }))
    expect(url).toBe(`https://writ.test/o/${org.organization.id}/market/flex/orders/${number}`)
    const placed = await getOrder(org, { number: numberIn(number) })
    expect(placed).toMatchObject({ status: 'OPEN', planName: 'Starter', amount: 50_000, currency: 'USD' })
    expect(await audited(org, placed.id)).toEqual(['order.place'])
    const [mail] = await queuedMails(world.operator, 'pay@acme.example')
    expect(mail?.subject).toBe(`Invoice ${number}: $500.00`)
    expect(mail?.link).toBe(`${url}/invoice`)
    expect((await card(org)).state).toBe('NONE')
  })

  it('is not for viewers, nor for plans that are not offered', async () => {
    await expect(subscribe(world.viewer, checkout())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const org = await world.newOrganization()
    await world.db.plan.update({ where: { code: 'flex-800' }, data: { active: false } })
    for (const planCode of ['flex-800', 'nothing']) {
      await expect(subscribe(org, checkout({ planCode }))).rejects.toMatchObject({
        code: 'INVALID',
        fields: { planCode: expect.stringContaining('not offered') },
      })
    }
    await world.db.plan.update({ where: { code: 'flex-800' }, data: { active: true } })
  })

  it('shows an order to nobody outside of its organization', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    for (const verb of [getOrder, payOrder]) {
      await expect(verb(world.stranger, { number })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const viewer = await join(world, org, 'VIEWER')
    await expect(getOrder(viewer, { number })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('again takes the place of an order that nobody has paid', async () => {
    const org = await world.newOrganization()
    const first = await order(org)
    const second = await order(org, { planCode: 'flex-400' })
    expect(await getOrder(org, { number: first })).toMatchObject({ status: 'VOID' })
    expect(await getOrder(org, { number: second })).toMatchObject({ status: 'OPEN', planName: 'Team' })
  })

  it('again tells whoever pays the bills that the first invoice is void', async () => {
    const org = await world.newOrganization()
    const email = 'twice@acme.example'
    const [first, second] = [await order(org, { email }), await order(org, { email })]
    const subjects = (await queuedMails(world.operator, email)).map(({ subject }) => subject)
    expect(subjects).toHaveLength(3)
    expect(subjects).toContain(`Nothing to pay any more: ${orderNumber(first)}`)
    expect(subjects).toContain(`Invoice ${orderNumber(second)}: $50.00`)
  })

  it('ten times at once leaves one open order, and numbers without a gap', async () => {
    const org = await world.newOrganization()
    const { last } = await world.db.orderCounter.findUniqueOrThrow({ where: { id: 1 } })
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => subscribe(org, checkout())))
    const refused = all.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'CONFLICT' })
    const where = { organizationId: org.organization.id }
    expect(await world.db.order.count({ where: { ...where, status: 'OPEN' } })).toBe(1)
    const orders = await world.db.order.findMany({ where, orderBy: { number: 'asc' } })
    expect(orders.map(({ number }) => number)).toEqual(orders.map((_, n) => last + 1 + n))
  })

  it('at the very moment when the former order is paid leaves nothing to pay beside the subscription', async () => {
    for (let round = 0; round < 5; round++) {
      const org = await world.newOrganization()
      const number = await order(org)
      const [paying] = await Promise.allSettled([
        markOrderPaid(world.operator, paid(number)),
        subscribe(org, checkout({ planCode: 'flex-400' })),
      ])
      const where = { organizationId: org.organization.id, status: 'OPEN' as const }
      expect(await world.db.order.count({ where })).toBe(paying.status === 'fulfilled' ? 0 : 1)
    }
  })

  it('is refused beside a subscription and beside an enterprise license', async () => {
    const org = await world.newOrganization()
    await subscribed(org, world.operator)
    await expect(subscribe(org, checkout())).rejects.toMatchObject({ code: 'CONFLICT' })
    const large = await world.newOrganization()
    await enterprise(await newSales(world), large)
    await expect(subscribe(large, checkout())).rejects.toThrow(/enterprise license/)
  })

  it('keeps its price when the plan changes afterwards', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    await world.db.plan.update({ where: { code: 'flex-200' }, data: { monthlyPrice: 9900, mau: 100 } })
    await markOrderPaid(world.operator, paid(number))
    expect(await getOrder(org, { number })).toMatchObject({ amount: 5000, mau: 200 })
    expect((await card(org)).license).toMatchObject({ mauThreshold: 200 })
    await world.db.plan.update({ where: { code: 'flex-200' }, data: { monthlyPrice: 5000, mau: 200 } })
  })
})

describe('marking an order paid', () => {
  it('is refused for a day before the order, and for one that lies ahead', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    for (const days of [-3, 2]) {
      const paidAt = daysAfter(world.clock.now(), days)
      await expect(markOrderPaid(world.operator, { ...paid(number), paidAt })).rejects.toMatchObject({
        code: 'INVALID',
        fields: { paidAt: expect.any(String) },
      })
    }
    expect(await getOrder(org, { number })).toMatchObject({ status: 'OPEN' })
  })

  it('starts the subscription, gives the license for a month and the grace, and mails the customer', async () => {
    const org = await world.newOrganization()
    world.clock.set(new Date('2027-01-31T09:00:00.500Z'))
    const number = await order(org, { email: 'paid@acme.example' })
    const after = await markOrderPaid(await newSales(world), paid(number))
    expect(after).toMatchObject({
      status: 'PAID',
      paidReference: 'Bank 7',
      periodStart: new Date('2027-01-31T09:00:00Z'),
      periodEnd: new Date('2027-02-28T09:00:00Z'),
    })
    const { state, license } = await card(org)
    expect(state).toBe('SUBSCRIPTION')
    expect(license).toMatchObject({
      kind: 'SUBSCRIPTION',
      mauThreshold: 200,
      validUntil: new Date('2027-03-14T09:00:00Z'),
      customerCompany: 'Acme',
      customerFirstName: 'Ada',
      customerLastName: 'Lovelace',
    })
    expect(await audited(org, after.id)).toEqual(['order.place', 'order.pay'])
    const [mail] = await queuedMails(world.operator, 'paid@acme.example')
    expect(mail).toMatchObject({ subject: expect.stringContaining('Payment received') })
  })

  it('takes the place of the trial', async () => {
    const org = await world.newOrganization()
    await startTrial(org, { productCode: 'adminui001' })
    await subscribed(org, world.operator)
    const licenses = await world.db.license.findMany({
      where: { organizationId: org.organization.id },
      orderBy: { createdAt: 'asc' },
    })
    expect(licenses.map(({ kind, status }) => [kind, status])).toEqual(
      expect.arrayContaining([
        ['TRIAL', 'REPLACED'],
        ['SUBSCRIPTION', 'LIVE'],
      ]),
    )
  })

  it('twenty times at once settles it once', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => markOrderPaid(world.operator, paid(number))),
    )
    expect(all.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    const organizationId = org.organization.id
    expect(await world.db.license.count({ where: { organizationId } })).toBe(1)
    expect(await world.db.subscription.count({ where: { organizationId } })).toBe(1)
    expect(await world.db.auditEvent.count({ where: { organizationId, action: 'order.pay' } })).toBe(1)
  })

  it('is for sales and operators, never for an organization of their own', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    await expect(markOrderPaid(org, paid(number))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const sales = await newSales(world)
    const accountId = sales.actor.kind === 'staff' ? sales.actor.accountId : ''
    await world.db.member.create({
      data: { organizationId: org.organization.id, accountId, role: 'VIEWER' },
    })
    for (const attempt of [
      () => markOrderPaid(sales, paid(number)),
      () => voidOrder(sales, { number, reason: 'Mine' }),
    ]) {
      await expect(attempt()).rejects.toThrow(/You belong to this organization/)
    }
    expect(await getStaffOrder(sales, { number })).toMatchObject({ status: 'OPEN' })
  })

  it('is refused for a day to come, an unknown number, and where an enterprise license would end', async () => {
    const org = await world.newOrganization()
    const number = await order(org)
    const later = daysAfter(world.clock.now(), 3)
    await expect(markOrderPaid(world.operator, { ...paid(number), paidAt: later })).rejects.toMatchObject({
      fields: { paidAt: expect.any(String) },
    })
    await expect(markOrderPaid(world.operator, paid(999_999))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await enterprise(await newSales(world), org)
    await expect(markOrderPaid(world.operator, paid(number))).rejects.toThrow(/enterprise license/)
    expect(await getOrder(org, { number })).toMatchObject({ status: 'OPEN' })
  })
})

describe('voiding an order', () => {
  it('closes it for good, says why to the customer, and leaves an audit row', async () => {
    const org = await world.newOrganization()
    const number = await order(org, { email: 'void@acme.example' })
    const after = await voidOrder(world.operator, { number, reason: 'Ordered twice.' })
    expect(after).toMatchObject({ status: 'VOID', closedReason: 'Ordered twice.' })
    const [mail] = await queuedMails(world.operator, 'void@acme.example')
    expect(mail?.text).toContain('Ordered twice.')
    expect(await audited(org, after.id)).toEqual(['order.place', 'order.void'])
    await expect(markOrderPaid(world.operator, paid(number))).rejects.toThrow(/is void already/)
    await expect(payOrder(org, { number })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
