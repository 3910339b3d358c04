import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { audited } from '@/lib/testing/audit'
import { queuedMails } from '@/lib/testing/mail'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { billing, license } from '@/lib/testing/subscription-life'
import { changePlan } from './change-plan'

const { world, double, subscriptionOf, tell, during, sessionAt, paying } = stripeWorld()

/** Pays the difference to a dearer plan: the payment at Stripe. */
async function change(org: OrgCtx, planCode: string): Promise<string> {
  const { url } = await changePlan(org, { planCode, interval: 'MONTH', agreed: 99_999 })
  const session = sessionAt(url ?? '')
  double.state.complete(session)
  await tell('checkout.session.completed', session)
  expect(await subscriptionOf(org)).toMatchObject({ planCode })
  return session.payment_intent ?? ''
}

const refund = (payment: string, part?: number) => tell('charge.refunded', double.state.refund(payment, part))
const priceOf = (id: string) => double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount
const ordersOf = ({ organization: { id: organizationId } }: OrgCtx, status: 'PAID' | 'REFUNDED') =>
  world.db.order.count({ where: { organizationId, status } })

describe('a difference that is paid back', () => {
  it('takes the change back: plan, limit and next price are as before it, told by mail and audit', async () => {
    const email = 'undone@acme.example'
    const { org, id } = await paying({ email })
    const before = await license(org)
    const payment = await change(org, 'flex-400')
    await refund(payment)
    await refund(payment)
    const { subscription } = await billing(org)
    expect(subscription).toMatchObject({ planName: 'Starter', mau: 200, price: 5000, status: 'ACTIVE' })
    const { key, validUntil } = before ?? {}
    expect(await license(org)).toMatchObject({ key, validUntil, mauThreshold: 200, verdict: { valid: true } })
    expect(priceOf(id)).toBe(5000)
    expect(await audited(org, subscription?.id ?? '')).toEqual([
      'subscription.start',
      'subscription.change',
      'subscription.change',
    ])
    const mails = (await queuedMails(world.operator, email)).map(({ subject }) => subject)
    expect(mails.filter(subject => subject === 'Your plan is Starter again')).toHaveLength(1)
    await tell('invoice.paid', double.state.renew(id))
    expect(await subscriptionOf(org)).toMatchObject({ planCode: 'flex-200', price: 5000 })
  })

  it('puts the price back at Stripe, too, when the process died after it was noted here', async () => {
    const { org, id } = await paying()
    const payment = await change(org, 'flex-400')
    await refund(payment)
    const item = double.state.subscriptions.get(id)?.items.data[0]
    if (item) item.price.unit_amount = 10_000
    await refund(payment)
    expect(priceOf(id)).toBe(5000)
  })

  it('in part changes nothing; lost in a dispute it does the same', async () => {
    const { org } = await paying()
    const payment = await change(org, 'flex-400')
    await refund(payment, 1000)
    expect(await license(org)).toMatchObject({ mauThreshold: 400 })
    const dispute = double.state.dispute(payment)
    await tell('charge.dispute.created', dispute)
    expect(await license(org)).toMatchObject({ mauThreshold: 400, verdict: { valid: true } })
    await tell('charge.dispute.closed', Object.assign(dispute, { status: 'lost' }))
    expect(await license(org)).toMatchObject({ mauThreshold: 200, verdict: { valid: true } })
  })

  it('leaves a later change alone that was paid on it, which goes back to what was paid before both', async () => {
    const { org, id } = await paying()
    const first = await change(org, 'flex-400')
    const second = await change(org, 'flex-800')
    await refund(first)
    expect(await license(org)).toMatchObject({ mauThreshold: 800 })
    expect(priceOf(id)).toBe(18_000)
    await refund(second)
    expect(await license(org)).toMatchObject({ mauThreshold: 200 })
    expect(priceOf(id)).toBe(5000)
    expect([await ordersOf(org, 'PAID'), await ordersOf(org, 'REFUNDED')]).toEqual([1, 2])
  })

  it('while another change is paid leaves the price of that one at Stripe', async () => {
    const { org, id } = await paying()
    const first = await change(org, 'flex-400')
    during(`POST subscriptions/${id}`, () => refund(first))
    await change(org, 'flex-800')
    expect(await license(org)).toMatchObject({ mauThreshold: 800 })
    expect(priceOf(id)).toBe(18_000)
  })

  it('of a period that is over changes nothing', async () => {
    const { org, id } = await paying()
    const payment = await change(org, 'flex-400')
    await tell('invoice.paid', double.state.renew(id))
    await refund(payment)
    expect(await subscriptionOf(org)).toMatchObject({ planCode: 'flex-400' })
    expect(priceOf(id)).toBe(10_000)
  })

  it('keeps what was agreed for the next period', async () => {
    const { org, id } = await paying()
    const payment = await change(org, 'flex-800')
    await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 0 })
    await refund(payment)
    expect((await billing(org)).subscription).toMatchObject({
      planName: 'Starter',
      next: { planName: 'Team' },
    })
    expect(priceOf(id)).toBe(10_000)
  })
})
