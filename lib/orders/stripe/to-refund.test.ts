import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { revokeLicense } from '@/lib/licenses/revoke'
import { audited } from '@/lib/testing/audit'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { queuedMails } from '@/lib/testing/mail'
import { numberIn } from '@/lib/testing/ordering'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'
import { changePlan } from '../change-plan'
import { getOrder } from '../get'
import { leftToRefund } from '../left-to-refund'
import { listAllOrders } from '../list'
import { listOrdersSchema } from '../list-schema'
import { markReturned, payBackOrder } from '../pay-back'
import { getStaffOrder } from '../staff'

const { world, double, subscriptionOf, counts, send, tell, sessionAt, ordering, paying } = stripeWorld()

const invoiceOf = (invoice: string | null) => double.state.invoices.get(invoice ?? '') ?? {}
const toRefund = async (org: OrgCtx) =>
  (
    await listAllOrders(
      world.operator,
      listOrdersSchema.parse({ status: 'TO_REFUND', q: org.organization.id }),
    )
  ).rows

/** A page of Stripe that was paid after its order was void. */
async function paidAfterVoid(wanted = {}) {
  const ordered = await ordering(wanted)
  const order = await world.db.order.update({
    where: { number: ordered.number },
    data: { status: 'VOID', closedAt: world.clock.now(), closedReason: 'Ordered twice.' },
  })
  double.state.complete(ordered.session)
  await tell('checkout.session.completed', ordered.session)
  return { ...ordered, id: order.id }
}

describe('money that pays for nothing', () => {
  it('for a void order is kept to be refunded, told to staff and customer, and charged no more', async () => {
    const email = 'sales@writ.example'
    await world.db.staffGrant.create({ data: { email, role: 'SALES' } })
    const { org, number, session, id } = await paidAfterVoid({ email: 'void-paid@acme.example' })
    await tell('invoice.paid', invoiceOf(session.invoice))
    expect(await counts(org)).toEqual({ licenses: 0, subscriptions: 0, paid: 0 })
    expect(await toRefund(org)).toMatchObject([
      { status: 'TO_REFUND', amount: 5000, closedReason: 'The order was void when it was paid.' },
    ])
    expect(await audited(org, id)).toEqual(['order.place', 'order.to-refund'])
    expect(double.state.subscriptions.get(session.subscription ?? '')).toMatchObject({ status: 'canceled' })
    const [mail] = await queuedMails(world.operator, 'void-paid@acme.example')
    expect(mail?.subject).toContain('We will refund your payment')
    const [told] = await queuedMails(world.operator, email)
    expect(told?.subject).toMatch(/^To be refunded: \$50\.00 for INV-/)
    expect(await getOrder(org, { number })).toMatchObject({ status: 'TO_REFUND' })
  })

  it('of a first order beside an enterprise license is kept, and the license stays', async () => {
    const { org, session } = await ordering()
    await enterprise(await newSales(world), org)
    double.state.complete(session)
    await tell('invoice.paid', invoiceOf(session.invoice))
    await tell('checkout.session.completed', session)
    expect(await toRefund(org)).toMatchObject([{ closedReason: expect.stringContaining('enterprise') }])
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
    expect(double.state.subscriptions.get(session.subscription ?? '')).toMatchObject({ status: 'canceled' })
  })

  it('of a renewal after an enterprise license is kept, and ends the subscription here and there', async () => {
    const { org, id } = await paying()
    await enterprise(await newSales(world), org)
    const invoice = double.state.renew(id)
    const event = double.signed('invoice.paid', invoice)
    const answers = await Promise.all([
      send(event),
      send(event),
      send(double.signed('invoice.paid', invoice)),
    ])
    expect(answers.map(({ status }) => status).filter(status => status !== 200)).toEqual([])
    expect(await toRefund(org)).toMatchObject([{ kind: 'RENEWAL', amount: 5000 }])
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
    expect(double.state.subscriptions.get(id)).toMatchObject({ status: 'canceled' })
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
  })

  it('of a renewal whose license was taken back, or whose subscription has ended, gives no license', async () => {
    const { org, id } = await paying()
    const { licenseId } = await subscriptionOf(org)
    await revokeLicense(await newSales(world), { id: licenseId, reason: 'Misuse.' })
    await tell('invoice.paid', double.state.renew(id))
    await tell('invoice.paid', double.state.renew(id))
    expect(await toRefund(org)).toMatchObject([
      { closedReason: 'The subscription had ended.' },
      { closedReason: 'The license of the subscription was taken back.' },
    ])
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
  })

  it('of a change that was paid too late is kept; a renewal closes a change that nobody has paid', async () => {
    const { org, id } = await paying()
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    const session = sessionAt(url ?? '')
    await tell('invoice.paid', double.state.renew(id))
    expect(session.status).toBe('expired')
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    expect(await toRefund(org)).toMatchObject([{ kind: 'CHANGE', provider: 'STRIPE' }])
    expect(await license(org)).toMatchObject({ mauThreshold: 200, verdict: { valid: true } })
    expect(double.state.subscriptions.get(id)).toMatchObject({ status: 'active' })
  })
})

describe('paying it back', () => {
  it('is asked of Stripe once, told to the customer, and noted once', async () => {
    const { org, number, id } = await paidAfterVoid({ email: 'back@acme.example' })
    await Promise.allSettled([
      payBackOrder(world.operator, { number, amount: 5000 }),
      payBackOrder(world.operator, { number, amount: 5000 }),
    ])
    const { stripePaymentId } = await world.db.order.findUniqueOrThrow({ where: { number } })
    const back = [...double.state.refunds.values()].filter(
      ({ payment_intent }) => payment_intent === stripePaymentId,
    )
    expect(back).toHaveLength(1)
    await tell('charge.refunded', double.state.charges.get(stripePaymentId ?? '') ?? {})
    expect(await getStaffOrder(world.operator, { number })).toMatchObject({
      status: 'REFUNDED',
      closedReason: 'The order was void when it was paid.',
    })
    expect(await audited(org, id)).toEqual(['order.place', 'order.to-refund', 'order.refund'])
    const mails = await queuedMails(world.operator, 'back@acme.example')
    expect(mails.filter(({ subject }) => subject.startsWith('Refunded: '))).toHaveLength(1)
    await expect(payBackOrder(world.operator, { number, amount: 5000 })).rejects.toThrow(
      /is refunded already/,
    )
  })

  it('pays back what is left where a part went back before', async () => {
    const { number } = await paidAfterVoid()
    const { stripePaymentId: payment } = await world.db.order.findUniqueOrThrow({ where: { number } })
    expect(await leftToRefund(world.operator, { number })).toEqual({ left: 5000 })
    await tell('charge.refunded', double.state.refund(payment ?? '', 1700))
    expect(await getStaffOrder(world.operator, { number })).toMatchObject({ status: 'TO_REFUND' })
    expect(await leftToRefund(world.operator, { number })).toEqual({ left: 3300 })
    await expect(payBackOrder(world.operator, { number, amount: 5000 })).rejects.toThrow(
      /^Meanwhile \$33\.00 are left to be paid back, and nothing was\./,
    )
    await payBackOrder(world.operator, { number, amount: 3300 })
    expect(double.state.charges.get(payment ?? '')).toMatchObject({ refunded: true, amount_refunded: 5000 })
    expect(await getStaffOrder(world.operator, { number })).toMatchObject({ status: 'REFUNDED' })
  })

  it('in Stripe’s dashboard does the same', async () => {
    const { number } = await paidAfterVoid()
    const { stripePaymentId } = await world.db.order.findUniqueOrThrow({ where: { number } })
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? ''))
    expect(await getStaffOrder(world.operator, { number })).toMatchObject({ status: 'REFUNDED' })
  })

  it('is done by hand where Stripe names no payment, and may be where it does', async () => {
    const { org, id } = await paying()
    await enterprise(await newSales(world), org)
    await tell('invoice.paid', Object.assign(double.state.renew(id), { payments: { data: [] } }))
    const named = await paidAfterVoid()
    const [nameless] = await toRefund(org)
    const number = numberIn(nameless?.number ?? '')
    expect(nameless).toMatchObject({ stripePaymentId: null })
    await expect(payBackOrder(world.operator, { number, amount: 5000 })).rejects.toThrow(
      /mark it as returned/,
    )
    for (const returned of [number, named.number]) {
      const input = { number: returned, note: 'By bank, on Monday' }
      expect(await markReturned(world.operator, input)).toMatchObject({
        status: 'REFUNDED',
        refundNote: 'By bank, on Monday',
      })
    }
    expect(await toRefund(org)).toEqual([])
  })

  it('is for staff who do not belong to the organization, and for what is to be refunded', async () => {
    const { org, number } = await paidAfterVoid()
    await expect(payBackOrder(org, { number, amount: 5000 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(leftToRefund(org, { number })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const sales = await newSales(world)
    await expect(payBackOrder(sales, { number: 999_999, amount: 5000 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    if (sales.actor.kind !== 'staff') throw new Error('Sales are staff.')
    await world.db.member.create({
      data: {
        organizationId: org.organization.id,
        accountId: sales.actor.accountId,
        role: 'VIEWER',
      },
    })
    await expect(payBackOrder(sales, { number, amount: 5000 })).rejects.toThrow(
      /You belong to this organization/,
    )
    const settled = await paying()
    await expect(payBackOrder(world.operator, { ...settled, amount: 5000 })).rejects.toThrow(
      /is paid already/,
    )
  })
})
