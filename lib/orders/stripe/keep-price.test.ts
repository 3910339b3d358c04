import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { changePlan } from '../change-plan'

const { world, double, subscriptionOf, during, paying } = stripeWorld()

const priceOf = (id: string) => double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount
const cheaper = (org: OrgCtx, planCode: string) => changePlan(org, { planCode, interval: 'MONTH', agreed: 0 })

describe('a change with the next period', () => {
  it('that is refused here after Stripe took it leaves the price at Stripe as it was', async () => {
    const { org, id } = await paying({ planCode: 'flex-400' })
    const where = { stripeSubscriptionId: id }
    during(`POST subscriptions/${id}`, () =>
      world.db.subscription.update({ where, data: { cancelAtPeriodEnd: true } }),
    )
    await expect(cheaper(org, 'flex-200')).rejects.toThrow(/has changed meanwhile/)
    expect(await subscriptionOf(org)).toMatchObject({ planCode: 'flex-400', nextPlanCode: null })
    expect(priceOf(id)).toBe(10_000)
  })

  it('that is agreed while another one is leaves one of the two, here and at Stripe', async () => {
    const { org, id } = await paying({ planCode: 'flex-800' })
    during(`POST subscriptions/${id}`, () => cheaper(org, 'flex-400'))
    await cheaper(org, 'flex-200')
    expect(await subscriptionOf(org)).toMatchObject({ nextPlanCode: 'flex-200', nextPrice: 5000 })
    expect(priceOf(id)).toBe(5000)
  })
})
