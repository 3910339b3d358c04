import { beforeEach, describe, expect, it } from 'vitest'
import { queuedMails } from '@/lib/testing/mail'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { license } from '@/lib/testing/subscription-life'
import { cancelSubscription } from '../cancel'
import { changePlan } from '../change-plan'
import { getOrder } from '../get'

const { world, double, subscriptionOf, counts, tell, sessionAt, paying } = stripeWorld()

beforeEach(() => world.clock.set(new Date()))

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

  it('whose charge fails is told of its own plan, whatever was ordered and not paid after it', async () => {
    const { org, id } = await paying({ email: 'late-stripe@acme.example' })
    await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    await tell('invoice.payment_failed', double.state.renew(id, false))
    const mails = await queuedMails(world.operator, 'late-stripe@acme.example')
    const late = mails.find(({ subject }) => subject.endsWith('is missing'))
    expect(late?.subject).toBe('Your payment for Starter is missing')
    expect(late?.text).not.toContain('Team')
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
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? '', 1000))
    expect((await license(org))?.verdict.valid).toBe(true)
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? ''))
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
    expect(await getOrder(org, { number })).toMatchObject({ status: 'REFUNDED' })
    expect(double.state.subscriptions.get(id)).toMatchObject({ status: 'canceled' })
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
  })

  it('that has ended loses what is left of its license when its payment is refunded', async () => {
    const { org, id, number } = await paying()
    Object.assign(double.state.subscriptions.get(id) ?? {}, { status: 'canceled' })
    await tell('customer.subscription.deleted', { id })
    expect((await license(org))?.verdict.valid).toBe(true)
    const { stripePaymentId } = await world.db.order.findUniqueOrThrow({ where: { number } })
    await tell('charge.refunded', double.state.refund(stripePaymentId ?? ''))
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
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

  it('whose payment is late cannot be canceled, and nobody cancels it at Stripe either', async () => {
    const { org, id } = await paying()
    await tell('invoice.payment_failed', double.state.renew(id, false))
    await expect(cancelSubscription(org, { cancel: true })).rejects.toThrow(/cannot be canceled/)
    expect(double.state.subscriptions.get(id)).toMatchObject({ cancel_at_period_end: false })
  })

  it('changes its plan again when its next period is paid, not while Stripe charges that', async () => {
    const { org, id } = await paying()
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    const session = sessionAt(url ?? '')
    world.clock.set((await subscriptionOf(org)).periodEnd)
    const cheaper = { planCode: 'flex-800', interval: 'MONTH', agreed: 0 } as const
    await expect(changePlan(org, cheaper)).rejects.toThrow(/charges the next period just now/)
    expect(double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount).toBe(5000)
    // What was agreed before is paid too late for the period that it was of.
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    await tell('invoice.paid', double.state.renew(id))
    expect(await subscriptionOf(org)).toMatchObject({ planCode: 'flex-200', price: 5000 })
    const where = { organizationId: org.organization.id, kind: 'CHANGE' as const }
    expect(await world.db.order.findFirst({ where })).toMatchObject({
      status: 'TO_REFUND',
      closedReason: 'The period was over before the change was paid.',
    })
    await expect(changePlan(org, { ...cheaper, agreed: 99_999 })).resolves.toMatchObject({})
  })

  it('has no other period for what else our people charge on it in the dashboard', async () => {
    const { org, id } = await paying()
    const before = await subscriptionOf(org)
    await tell('invoice.paid', Object.assign(double.state.renew(id), { billing_reason: 'manual' }))
    expect(await subscriptionOf(org)).toMatchObject({ periodEnd: before.periodEnd, status: 'ACTIVE' })
    expect(await counts(org)).toMatchObject({ paid: 1 })
  })
})
