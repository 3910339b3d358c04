import { describe, expect, it } from 'vitest'
import { audited } from '@/lib/testing/audit'
import { join } from '@/lib/testing/people'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { payLate } from '../pay-late'
import { updatePaymentMethod } from '../update-payment-method'

const { world, double, subscriptionOf, tell, sessionAt, paying } = stripeWorld()

const atStripe = (id: string) => double.state.subscriptions.get(id)
const cardOf = (id: string) => atStripe(id)?.default_payment_method ?? ''

/** A subscriber whose card was declined at the renewal. */
async function late() {
  const customer = await paying()
  double.state.declined.add(cardOf(customer.id))
  const invoice = double.state.renew(customer.id, false)
  await tell('invoice.payment_failed', invoice)
  expect(await subscriptionOf(customer.org)).toMatchObject({ status: 'PAST_DUE' })
  return { ...customer, invoice }
}

type Customer = Awaited<ReturnType<typeof paying>>

/** They give another card on Stripe's page, which does not tell yet. */
async function giveCard({ org }: Pick<Customer, 'org'>) {
  const session = sessionAt((await updatePaymentMethod(org)).url)
  double.state.complete(session)
  return { session, card: session.setup_intent?.payment_method ?? '' }
}

describe('another payment method', () => {
  it('is given on a page of Stripe’s own, and is what the subscription is charged to from then on', async () => {
    const { org, id } = await paying()
    const { session, card } = await giveCard({ org })
    expect(session).toMatchObject({
      mode: 'setup',
      customer: atStripe(id)?.customer,
      success_url: expect.stringMatching(/\/market\/flex\/billing\?payment-method=given$/),
      cancel_url: expect.stringMatching(/\/market\/flex\/billing$/),
    })
    expect(await tell('checkout.session.completed', session)).toBe('done')
    expect(cardOf(id)).toBe(card)
    expect(await audited(org, (await subscriptionOf(org)).id)).toEqual([
      'subscription.start',
      'subscription.payment-method',
    ])
  })

  it('pays what is late at once, and only once', async () => {
    const { org, id, invoice } = await late()
    const { session } = await giveCard({ org })
    await tell('checkout.session.completed', session)
    expect(invoice.status).toBe('paid')
    const { periodEnd, status } = await subscriptionOf(org)
    expect(status).toBe('ACTIVE')
    expect(periodEnd.getTime()).toBe((atStripe(id)?.items.data[0]?.current_period_end ?? 0) * 1000)
    await tell('checkout.session.completed', session)
    await tell('invoice.paid', invoice)
    const where = { organizationId: org.organization.id, kind: 'RENEWAL' as const }
    expect(await world.db.order.count({ where })).toBe(1)
  })

  it('that is declined, too, leaves the payment late, and another one can be given', async () => {
    const { org, invoice } = await late()
    const { session, card } = await giveCard({ org })
    double.state.declined.add(card)
    await tell('checkout.session.completed', session)
    expect(invoice.status).toBe('open')
    expect(await subscriptionOf(org)).toMatchObject({ status: 'PAST_DUE' })
    const { session: next } = await giveCard({ org })
    await tell('checkout.session.completed', next)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })

  it('is the latest that was given, in whatever order Stripe tells', async () => {
    const { org, id } = await paying()
    const first = await giveCard({ org })
    const second = await giveCard({ org })
    await tell('checkout.session.completed', second.session)
    await tell('checkout.session.completed', first.session)
    expect(cardOf(id)).toBe(second.card)
  })

  it('for a subscription that has ended, or is none of ours, changes nothing', async () => {
    const { org, id } = await paying()
    const former = cardOf(id)
    const { session } = await giveCard({ org })
    await tell('customer.subscription.deleted', Object.assign(atStripe(id) ?? {}, { status: 'canceled' }))
    await tell('checkout.session.completed', session)
    expect(cardOf(id)).toBe(former)
    await expect(updatePaymentMethod(org)).rejects.toThrow(/has no subscription/)
  })
})

describe('a late payment', () => {
  it('is made on the page of its invoice, whose card is charged from then on', async () => {
    const { org, id, invoice } = await late()
    expect(await payLate(org)).toEqual({ url: invoice.hosted_invoice_url })
    expect(atStripe(id)?.payment_settings).toEqual({ save_default_payment_method: 'on_subscription' })
    double.state.settle(invoice)
    await tell('invoice.paid', invoice)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
    await expect(payLate(org)).rejects.toThrow(/No payment is late/)
  })

  it('that was made meanwhile is found out, whether Stripe has told or not', async () => {
    const { org, invoice } = await late()
    double.state.settle(invoice)
    await expect(payLate(org)).rejects.toThrow(/waits for no payment/)
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })
})

describe('both pages', () => {
  it('are for owners and admins, of their own organization, and for what is paid through Stripe', async () => {
    const { org, id } = await late()
    const viewer = await join(world, org, 'VIEWER')
    const stranger = await world.newOrganization()
    for (const page of [payLate, updatePaymentMethod]) {
      await expect(page(viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(page(stranger)).rejects.toThrow(/has no subscription/)
    }
    await world.db.subscription.update({
      where: { stripeSubscriptionId: id },
      data: { provider: 'INVOICE' },
    })
    for (const page of [payLate, updatePaymentMethod]) {
      await expect(page(org)).rejects.toThrow(/paid by invoice/)
    }
  })
})
