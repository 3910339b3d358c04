import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { currentLicense } from '@/lib/licenses/current'
import { currentLicenseSchema } from '@/lib/licenses/schema'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { DOUBLE_KEY, DOUBLE_SECRET, StripeDouble } from '@/lib/testing/stripe-double'
import type { Session } from '@/lib/testing/stripe-state'
import { cancelSubscription } from '../cancel'
import { changePlan } from '../change-plan'
import { getOrder } from '../get'
import { payOrder } from '../pay'
import { voidOrder } from '../staff'
import { subscribe } from '../subscribe'

const world = testWorld()
const door = testDoor(world)
const double = new StripeDouble()

beforeAll(async () => {
  await double.start()
  Object.assign(process.env, {
    STRIPE_SECRET_KEY: DOUBLE_KEY,
    STRIPE_WEBHOOK_SECRET: DOUBLE_SECRET,
    STRIPE_URL: double.url,
  })
})
afterAll(() => double.stop())

const license = async (org: OrgCtx) => (await currentLicense(org, currentLicenseSchema.parse({}))).license
const subscriptionOf = (org: OrgCtx) =>
  world.db.subscription.findFirstOrThrow({ where: { organizationId: org.organization.id } })
const counts = async ({ organization: { id: organizationId } }: OrgCtx) => ({
  licenses: await world.db.license.count({ where: { organizationId } }),
  subscriptions: await world.db.subscription.count({ where: { organizationId } }),
  paid: await world.db.order.count({ where: { organizationId, status: 'PAID' } }),
})

async function send({ body, signature }: { body: string; signature: string }) {
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
  const response = await door.call('/webhooks/stripe', { method: 'POST', headers, body })
  return { status: response.status, body: await response.json() }
}

/** Signs and delivers an event, which must be taken. */
async function tell(type: string, object: object): Promise<string> {
  const { status, body } = await send(double.signed(type, object))
  expect(status).toBe(200)
  return body.received
}

/** An organization that has gone to Stripe's page. */
async function ordering(wanted = {}): Promise<{ org: OrgCtx; number: number; session: Session }> {
  const org = await world.newOrganization()
  const { number, url } = await subscribe(org, checkout(wanted))
  return { org, number: numberIn(number), session: sessionAt(url) }
}

function sessionAt(url: string): Session {
  const session = double.state.sessions.get(url.split('/').at(-1) ?? '')
  if (!session) throw new Error(`No session is paid at ${url}.`)
  return session
}

/** The same, once it has paid. */
async function paying(wanted = {}) {
  const ordered = await ordering(wanted)
  double.state.complete(ordered.session)
  await tell('checkout.session.completed', ordered.session)
  const { stripeSubscriptionId } = await subscriptionOf(ordered.org)
  return { ...ordered, id: stripeSubscriptionId ?? '' }
}

describe('a checkout at Stripe', () => {
  it('is one page for one order, and settles it when it is paid', async () => {
    const { org, number, session } = await ordering({ interval: 'YEAR' })
    expect((await payOrder(org, { number })).url).toBe(session.url)
    double.state.complete(session)
    expect(await tell('checkout.session.completed', session)).toBe('done')
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
    expect(await getOrder(org, { number })).toMatchObject({ status: 'PAID', amount: 50_000 })
    const { periodEnd } = await subscriptionOf(org)
    const grace = new Date(periodEnd.getTime() + 14 * 86_400_000)
    expect(await license(org)).toMatchObject({ kind: 'SUBSCRIPTION', validUntil: grace })
  })

  it('settles once when both of its events come twenty times each, all at once', async () => {
    const { org, session } = await ordering()
    double.state.complete(session)
    const invoice = double.state.invoices.get(session.invoice ?? '') ?? {}
    const events = [
      double.signed('checkout.session.completed', session),
      double.signed('invoice.paid', invoice),
    ]
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => send(events[n % 2]!)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers.filter(({ body }) => body.received === 'done')).toHaveLength(2)
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
  })

  it('settles from the invoice alone, when that is all that comes', async () => {
    const { org, session } = await ordering()
    double.state.complete(session)
    await tell('invoice.paid', double.state.invoices.get(session.invoice ?? '') ?? {})
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
    await tell('checkout.session.completed', session)
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
  })

  it('believes Stripe, not the event: a signed "completed" for a page that nobody paid changes nothing', async () => {
    const { org, session } = await ordering()
    await tell('checkout.session.completed', { ...session, status: 'complete', payment_status: 'paid' })
    expect(await counts(org)).toEqual({ licenses: 0, subscriptions: 0, paid: 0 })
  })

  it('that is left, or whose payment fails later on, closes the order', async () => {
    const left = await ordering()
    left.session.status = 'expired'
    await tell('checkout.session.expired', left.session)
    const failed = await ordering()
    failed.session.status = 'complete'
    await tell('checkout.session.completed', failed.session)
    expect(await getOrder(failed.org, failed)).toMatchObject({ status: 'OPEN' })
    await tell('checkout.session.async_payment_failed', failed.session)
    for (const { org, number } of [left, failed]) {
      expect(await getOrder(org, { number })).toMatchObject({ status: 'VOID' })
      expect(await counts(org)).toMatchObject({ licenses: 0 })
    }
  })

  it('cannot be paid any more once the order is void or another takes its place', async () => {
    const { org, number, session } = await ordering()
    const again = await subscribe(org, checkout({ planCode: 'flex-400' }))
    expect(session.status).toBe('expired')
    expect(await getOrder(org, { number })).toMatchObject({ status: 'VOID' })
    await voidOrder(world.operator, { number: numberIn(again.number), reason: 'No.' })
    expect(sessionAt(again.url).status).toBe('expired')
  })

  it('that is being paid right now is neither replaced nor voided', async () => {
    const { org, number, session } = await ordering()
    double.state.complete(session)
    await expect(subscribe(org, checkout())).rejects.toThrow(/being paid right now/)
    await expect(voidOrder(world.operator, { number, reason: 'No.' })).rejects.toThrow(/being paid/)
  })
})

describe('events', () => {
  it('of a wrong signature, none, or too long ago are refused with 400', async () => {
    const { session } = await ordering()
    const { body, signature } = double.signed('checkout.session.completed', session)
    for (const wrong of ['', 'v1=1', signature.replace(/v1=./, 'v1=x'), signature.replace(/t=\d+/, 't=1')]) {
      expect(await send({ body, signature: wrong })).toMatchObject({ status: 400 })
    }
    expect(await send({ body: `${body} `, signature })).toMatchObject({ status: 400 })
  })

  it('that are unknown, replayed, or about what is not here are taken, with no effect', async () => {
    const { org, session } = await ordering()
    expect(await tell('customer.created', { id: 'cus_1' })).toBe('ignored')
    double.state.complete(session)
    const event = double.signed('checkout.session.completed', session)
    expect((await send(event)).body).toEqual({ received: 'done' })
    expect((await send(event)).body).toEqual({ received: 'replayed' })
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 1 })
  })

  it('of an organization that is gone are taken', async () => {
    const { org, session } = await ordering()
    const organizationId = org.organization.id
    await world.db.order.deleteMany({ where: { organizationId } })
    await world.db.billingDetails.deleteMany({ where: { organizationId } })
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    await tell('invoice.paid', double.state.invoices.get(session.invoice ?? '') ?? {})
    expect(await counts(org)).toEqual({ licenses: 0, subscriptions: 0, paid: 0 })
  })

  it('that Stripe cannot be asked about are not taken, so that it tells again', async () => {
    const answer = await send(double.signed('invoice.paid', { id: 'in_unknown' }))
    expect(answer.status).toBe(400)
    expect(await world.db.paymentEvent.count({ where: { type: 'invoice.failed' } })).toBe(0)
  })
})

describe('a subscription at Stripe', () => {
  it('is renewed by each invoice, once, in whatever order they come', async () => {
    const { org, id } = await paying()
    const before = await license(org)
    const [first, second] = [double.state.renew(id), double.state.renew(id)]
    for (const invoice of [second, first, second]) await tell('invoice.paid', invoice)
    expect(await counts(org)).toEqual({ licenses: 1, subscriptions: 1, paid: 3 })
    const { periodEnd } = await subscriptionOf(org)
    expect(periodEnd.getTime() / 1000).toBe(second.lines.data[0]?.period.end)
    expect((await license(org))?.key).toBe(before?.key)
  })

  it('whose charge fails is late, keeps its license for the grace, and recovers when it is paid', async () => {
    const { org, id } = await paying()
    const until = (await license(org))?.validUntil
    const invoice = double.state.renew(id, false)
    await tell('invoice.payment_failed', invoice)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'PAST_DUE' })
    expect(await license(org)).toMatchObject({ validUntil: until, verdict: { valid: true } })
    Object.assign(invoice, { status: 'paid', amount_paid: 5000 })
    await tell('invoice.paid', invoice)
    await tell('invoice.payment_failed', invoice)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })

  it('is canceled there as it is here, and here as it is there', async () => {
    const { org, id } = await paying()
    await cancelSubscription(org, { cancel: true })
    expect(double.state.subscriptions.get(id)).toMatchObject({ cancel_at_period_end: true })
    const at = double.state.subscriptions.get(id) ?? { cancel_at_period_end: true }
    at.cancel_at_period_end = false
    await tell('customer.subscription.updated', { id })
    expect(await subscriptionOf(org)).toMatchObject({ cancelAtPeriodEnd: false })
    Object.assign(at, { status: 'canceled' })
    await tell('customer.subscription.deleted', { id })
    const { status, periodEnd } = await subscriptionOf(org)
    expect(status).toBe('ENDED')
    expect((await license(org))?.validUntil).toEqual(periodEnd)
  })

  it('changes its plan when the difference is paid, and its price from the next period on', async () => {
    const { org, id } = await paying()
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    const session = sessionAt(url ?? '')
    expect(session.mode).toBe('payment')
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    expect(await license(org)).toMatchObject({ mauThreshold: 400 })
    expect(double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount).toBe(10_000)
    await changePlan(org, { planCode: 'flex-200', interval: 'MONTH', agreed: 0 })
    expect(double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount).toBe(5000)
    expect(await license(org)).toMatchObject({ mauThreshold: 400 })
    await tell('invoice.paid', double.state.renew(id))
    expect(await license(org)).toMatchObject({ mauThreshold: 200 })
  })

  it('ends with its license when its payment is refunded, and not for a part', async () => {
    const { org, id, number } = await paying()
    const { stripePaymentId } = await world.db.order.findUniqueOrThrow({ where: { number } })
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? '', false))
    expect((await license(org))?.verdict.valid).toBe(true)
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? ''))
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
    expect(await getOrder(org, { number })).toMatchObject({ status: 'REFUNDED' })
    expect(double.state.subscriptions.get(id)).toMatchObject({ status: 'canceled' })
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
  })

  it('is suspended while its payment is disputed, and goes on when the dispute is won', async () => {
    const { org, number } = await paying()
    const { stripePaymentId } = await world.db.order.findUniqueOrThrow({ where: { number } })
    const dispute = double.state.dispute(stripePaymentId ?? '')
    await tell('charge.dispute.created', dispute)
    expect(await license(org)).toMatchObject({ verdict: { code: 'SUSPENDED' } })
    dispute.status = 'won'
    await tell('charge.dispute.closed', dispute)
    expect(await license(org)).toMatchObject({ verdict: { valid: true } })
  })
})
