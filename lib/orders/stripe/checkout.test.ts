import { describe, expect, it } from 'vitest'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'
import { getOrder } from '../get'
import { payOrder } from '../pay'
import { voidOrder } from '../staff'
import { subscribe } from '../subscribe'

const { world, double, subscriptionOf, counts, send, tell, sessionAt, ordering } = stripeWorld()

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

  it('is one page of one customer for two who go to it at once, when neither is stored here', async () => {
    const { org, number } = await ordering()
    const of = { organizationId: org.organization.id }
    await world.db.order.updateMany({ where: of, data: { stripeSessionId: null } })
    await world.db.billingDetails.updateMany({ where: of, data: { stripeCustomerId: null } })
    const [one, two] = await Promise.all([payOrder(org, { number }), payOrder(org, { number })])
    expect(one).toEqual(two)
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
