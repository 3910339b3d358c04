import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { billing, license } from '@/lib/testing/subscription-life'
import { changePlan } from '../change-plan'
import { listOrders } from '../list'
import { listOrdersSchema } from '../list-schema'
import { quoteChanges } from '../quote'
import type { BillingInterval } from '../schema'

const { world, double, subscriptionOf, tell, during, paying } = stripeWorld()

const quoteOf = async (org: OrgCtx, planCode: string, interval: BillingInterval) => {
  const { quotes } = await quoteChanges(org, { planCode, interval })
  if (!quotes[0]) throw new Error(`There is no quote for ${planCode}.`)
  return quotes[0]
}

/** Changes as it was shown. */
async function change(org: OrgCtx, planCode: string, interval: BillingInterval) {
  const { now: agreed } = await quoteOf(org, planCode, interval)
  return changePlan(org, { planCode, interval, agreed })
}

const invoicesOf = (id: string) =>
  [...double.state.invoices.values()].filter(({ parent }) => parent.subscription_details.subscription === id)
const cardOf = (id: string) => double.state.subscriptions.get(id)?.default_payment_method ?? ''
const orders = async (org: OrgCtx) => (await listOrders(org, listOrdersSchema.parse({}))).rows
const daysOf = ({ periodStart, periodEnd }: { periodStart: Date; periodEnd: Date }) =>
  (periodEnd.getTime() - periodStart.getTime()) / 86_400_000

describe('from months to years at Stripe', () => {
  it('costs what Stripe says, is charged at once, and begins a year under the same key', async () => {
    const { org, id } = await paying()
    const before = await license(org)
    // A month that has just begun is taken off whole.
    expect(await quoteOf(org, 'flex-400', 'YEAR')).toMatchObject({
      begins: 'INTERVAL',
      now: 95_000,
      credit: 0,
      from: null,
    })
    expect(await change(org, 'flex-400', 'YEAR')).toEqual({ url: null })
    const after = await subscriptionOf(org)
    expect(after).toMatchObject({ planCode: 'flex-400', interval: 'YEAR', price: 100_000, mau: 400 })
    expect(daysOf(after)).toBeGreaterThan(364)
    expect(await license(org)).toMatchObject({
      key: before?.key,
      mauThreshold: 400,
      verdict: { valid: true },
    })
    expect(await orders(org)).toMatchObject([
      { kind: 'CHANGE', status: 'PAID', amount: 95_000, interval: 'YEAR', planName: 'Team' },
      { kind: 'NEW' },
    ])
    await tell('invoice.paid', invoicesOf(id).at(-1) ?? {})
    await tell('customer.subscription.updated', { id })
    expect(await orders(org)).toHaveLength(2)
  })

  it('renews by the year from then on', async () => {
    const { org, id } = await paying()
    await change(org, 'flex-200', 'YEAR')
    await tell('invoice.paid', double.state.renew(id))
    expect((await orders(org))[0]).toMatchObject({ kind: 'RENEWAL', amount: 50_000, interval: 'YEAR' })
    expect(daysOf(await subscriptionOf(org))).toBeGreaterThan(364)
  })

  it('twice at once is one change', async () => {
    const { org, id } = await paying()
    await Promise.allSettled([change(org, 'flex-200', 'YEAR'), change(org, 'flex-200', 'YEAR')])
    expect(invoicesOf(id)).toHaveLength(2)
    expect(await orders(org)).toHaveLength(2)
  })

  it('changes nothing when the card is declined, or when it costs more than was shown', async () => {
    const { org, id } = await paying()
    const wish = { planCode: 'flex-200', interval: 'YEAR' as const }
    await expect(changePlan(org, { ...wish, agreed: 44_999 })).rejects.toMatchObject({ code: 'CONFLICT' })
    const card = cardOf(id)
    double.state.declined.add(card)
    await expect(changePlan(org, { ...wish, agreed: 45_000 })).rejects.toThrow(/card could not be charged/)
    expect((await billing(org)).subscription).toMatchObject({ interval: 'MONTH', next: null })
    expect(await orders(org)).toHaveLength(1)
    // Stripe would repeat for a day what it has said under the same key.
    await expect(changePlan(org, { ...wish, agreed: 45_000 })).rejects.toThrow(/card could not be charged/)
    double.state.declined.delete(card)
    await changePlan(org, { ...wish, agreed: 45_000 })
    expect((await billing(org)).subscription).toMatchObject({ interval: 'YEAR' })
    expect(invoicesOf(id)).toHaveLength(2)
  })

  it('is found out from the events alone, when the process died after Stripe had charged', async () => {
    const { org, id } = await paying()
    const subscription = double.state.subscriptions.get(id)
    if (!subscription) throw new Error('The double lost a subscription.')
    Object.assign(subscription.metadata, { plan: 'flex-800', plan_name: 'Business', mau: '800' })
    const usedUntil = subscription.items.data[0]?.current_period_start ?? 0
    const price = { amount: 180_000, interval: 'year', usedUntil }
    await tell('invoice.paid', double.state.beginInterval(subscription, price))
    expect(await subscriptionOf(org)).toMatchObject({
      planCode: 'flex-800',
      interval: 'YEAR',
      price: 180_000,
    })
    expect(await license(org)).toMatchObject({ mauThreshold: 800 })
  })

  it('is kept to be refunded where an enterprise license has come in between', async () => {
    const { org, id } = await paying()
    const sales = await newSales(world)
    during(`POST subscriptions/${id}`, () => enterprise(sales, org))
    await change(org, 'flex-200', 'YEAR')
    expect((await orders(org))[0]).toMatchObject({ kind: 'CHANGE', status: 'TO_REFUND', amount: 45_000 })
    expect(await license(org)).toMatchObject({ kind: 'ENTERPRISE', verdict: { valid: true } })
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
  })

  it('is refused, and nothing is charged, where an enterprise license has come before', async () => {
    const { org, id } = await paying()
    const { now: agreed } = await quoteOf(org, 'flex-200', 'YEAR')
    await enterprise(await newSales(world), org)
    const changing = changePlan(org, { planCode: 'flex-200', interval: 'YEAR', agreed })
    await expect(changing).rejects.toThrow(/has no subscription/)
    expect(invoicesOf(id)).toHaveLength(1)
  })

  it('ends with its license when its payment is refunded', async () => {
    const { org, id } = await paying()
    await change(org, 'flex-200', 'YEAR')
    const payment = invoicesOf(id).at(-1)?.payments.data[0]?.payment.payment_intent ?? ''
    await tell('charge.refunded', double.state.refund(payment))
    expect(await license(org)).toMatchObject({ verdict: { code: 'REVOKED' } })
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
  })
})

describe('from years to months at Stripe', () => {
  it('costs nothing now, and what is left of the year is said before', async () => {
    const { org } = await paying({ interval: 'YEAR' })
    expect(await quoteOf(org, 'flex-200', 'MONTH')).toMatchObject({ now: 0, credit: 45_000, from: null })
    await change(org, 'flex-200', 'MONTH')
    const after = await subscriptionOf(org)
    expect(after).toMatchObject({ interval: 'MONTH', price: 5000 })
    expect(daysOf(after)).toBeLessThan(32)
    expect((await orders(org))[0]).toMatchObject({ kind: 'CHANGE', status: 'PAID', amount: 0 })
    expect(await license(org)).toMatchObject({ verdict: { valid: true } })
  })
})

it('yen are counted in whole ones, at Stripe and here', async () => {
  await world.db.plan.update({ where: { code: 'flex-800' }, data: { currency: 'JPY' } })
  const { org, id } = await paying({ planCode: 'flex-800' })
  expect(double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount).toBe(18_000)
  await change(org, 'flex-800', 'YEAR')
  expect((await orders(org)).map(({ amount }) => amount)).toEqual([162_000, 18_000])
})
