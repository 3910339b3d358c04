import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { checkout, numberIn, subscribed } from '@/lib/testing/ordering'
import { markOrderPaid } from './staff'
import { subscribe } from './subscribe'
import { whyUseless } from './useless'

const world = testWorld()

it('the subscription that an order has just started is no reason against the order; another one is', async () => {
  const org = await world.newOrganization()
  const number = numberIn((await subscribe(org, checkout())).number)
  // As it is read by whoever hears of the same payment a moment before it is settled.
  const { id, organizationId, productCode, kind, periodEnd } = await world.db.order.findUniqueOrThrow({
    where: { number },
  })
  const seen = { id, organizationId, productCode, kind, periodEnd, status: 'OPEN', subscription: null }
  await markOrderPaid(world.operator, { number, reference: 'Bank 1', paidAt: world.clock.now() })
  expect(await whyUseless(world.db, world.operator, seen)).toBeNull()
  const other = await world.newOrganization()
  await subscribed(other, world.operator)
  const rival = { ...seen, organizationId: other.organization.id }
  expect(await whyUseless(world.db, world.operator, rival)).toContain('a subscription already')
})
