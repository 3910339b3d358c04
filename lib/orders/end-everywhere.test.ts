import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { END_SELECT, endEverywhere } from './end-everywhere'

const { world, double, subscriptionOf, paying } = stripeWorld()

/** Ends the subscription of this customer, if this holds of it. */
async function end({ organization }: OrgCtx, where: Prisma.SubscriptionWhereInput): Promise<void> {
  const found = await world.db.subscription.findFirstOrThrow({
    where: { organizationId: organization.id },
    select: END_SELECT,
  })
  await endEverywhere(world.operator, found, { where, reason: 'The period is over.' })
}

describe('ending a subscription everywhere', () => {
  it('leaves it alone at Stripe, too, when it was paid since it was found to be over', async () => {
    const { org, id } = await paying()
    await end(org, { periodEnd: { lte: world.clock.now() } })
    expect(double.state.subscriptions.get(id)?.status).toBe('active')
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ACTIVE' })
  })

  it('ends it at Stripe and here', async () => {
    const { org, id } = await paying()
    await end(org, {})
    expect(double.state.subscriptions.get(id)?.status).toBe('canceled')
    expect(await subscriptionOf(org)).toMatchObject({ status: 'ENDED' })
  })
})
