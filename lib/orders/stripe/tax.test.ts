import { beforeAll, describe, expect, it } from 'vitest'
import { textIn } from '@/lib/testing/stripe-form'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { billing } from '@/lib/testing/subscription-life'
import { changePlan } from '../change-plan'
import { getOrder } from '../get'
import { listOrders } from '../list'
import { listOrdersSchema } from '../list-schema'

beforeAll(() => {
  process.env.STRIPE_AUTOMATIC_TAX = 'on'
})

const { double, tell, sessionAt, ordering, paying } = stripeWorld()

describe('automatic tax at Stripe', () => {
  it('is asked for on the page to pay, with the address and the tax id that it wants', async () => {
    const { org, session } = await ordering()
    const asked = (...path: string[]) => textIn(session._form, ...path)
    expect(asked('automatic_tax', 'enabled')).toBe('true')
    expect(asked('tax_id_collection', 'enabled')).toBe('true')
    expect(asked('customer_update', 'address')).toBe('auto')
    expect(asked('line_items', '0', 'price_data', 'tax_behavior')).toBe('exclusive')
    expect((await billing(org)).taxNote).toBe('plus tax')
  })

  it('is in the amount that is kept, of a first order, a renewal and a change', async () => {
    const { org, id, number } = await paying()
    expect(await getOrder(org, { number })).toMatchObject({ amount: 5500, tax: 500, taxLabel: 'Tax' })
    await tell('invoice.paid', double.state.renew(id))
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    const session = sessionAt(url ?? '')
    double.state.complete(session)
    await tell('checkout.session.completed', session)
    const { rows } = await listOrders(org, listOrdersSchema.parse({}))
    expect(rows).toMatchObject([
      { kind: 'CHANGE', amount: expect.any(Number), taxLabel: 'Tax' },
      { kind: 'RENEWAL', amount: 5500, tax: 500 },
      { kind: 'NEW' },
    ])
    const [change] = rows
    expect(change?.tax).toBe(Math.round(((change?.amount ?? 0) - (change?.tax ?? 0)) / 10))
  })

  it('is told, and asked for with a change, of subscriptions alone that Stripe adds it to', async () => {
    const { org, id } = await paying()
    expect((await billing(org)).taxNote).toBe('plus tax')
    // As if it was ordered before automatic tax was switched on.
    const theirs = double.state.subscriptions.get(id)
    await tell(
      'customer.subscription.updated',
      Object.assign(theirs ?? {}, { automatic_tax: { enabled: false } }),
    )
    expect((await billing(org)).taxNote).toBeNull()
    const { url } = await changePlan(org, { planCode: 'flex-400', interval: 'MONTH', agreed: 5000 })
    expect(textIn(sessionAt(url ?? '')._form, 'automatic_tax', 'enabled')).toBe('')
  })
})
