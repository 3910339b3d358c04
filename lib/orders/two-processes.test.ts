import { expect, it } from 'vitest'
import { TEST_MASTER_SECRET, testWorld } from '@/lib/testing/context'
import { checkout, numberIn } from '@/lib/testing/ordering'
import { race } from '@/lib/testing/race'
import { subscribe } from './subscribe'

const world = testWorld()

it('two processes that mark one order paid settle it once', async () => {
  const org = await world.newOrganization()
  const organizationId = org.organization.id
  const orderNumber = numberIn((await subscribe(org, checkout())).number)
  const runs = Array.from({ length: 10 }, () => ({ organizationId, orderNumber }))
  const task = { url: world.pool.options.connectionString, master: TEST_MASTER_SECRET, runs }
  const outcomes = await race('racer.ts', [task, task])
  expect(outcomes.sort()).toEqual([...Array.from({ length: 19 }, () => 'CONFLICT'), 'PAID'])
  const where = { organizationId }
  expect(await world.db.license.count({ where })).toBe(1)
  expect(await world.db.subscription.count({ where })).toBe(1)
})
