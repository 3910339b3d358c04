import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { bossOn } from '@/lib/jobs/boss'
import { workOn } from '@/lib/jobs/work'
import { TEST_MASTER_SECRET } from '@/lib/testing/context'
import { idOf } from '@/lib/testing/people'
import { stripeWorld } from '@/lib/testing/stripe-world'
import { changePlan } from '../change-plan'
import { priceWorker } from './keep-price-later'

const { world, double, subscriptionOf, during, paying } = stripeWorld()

const priceOf = (id: string) => double.state.subscriptions.get(id)?.items.data[0]?.price.unit_amount
const cheaper = (org: OrgCtx, planCode: string) => changePlan(org, { planCode, interval: 'MONTH', agreed: 0 })

/** A process that changes the plan as soon as it is told to. */
async function changer(org: OrgCtx, planCode: string) {
  const { organization, pool } = org
  const url = pool.options.connectionString
  const of = { organizationId: organization.id, accountId: idOf(org), planCode }
  const task = JSON.stringify({ url, master: TEST_MASTER_SECRET, ...of })
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/plan-changer.ts', task], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

/** Minutes later: every price that waits is compared. */
async function comparePrices(): Promise<void> {
  await world.pool.query("UPDATE jobs.job SET start_after = now() WHERE name = 'price'")
  const worker = priceWorker(() => world.operator)
  const done = new AbortController()
  const run = async (data: unknown, id: string) => {
    done.abort()
    await worker.run(data, id)
  }
  await workOn(bossOn(world.pool), { ...worker, run }, done.signal)
  expect((await world.pool.query("SELECT FROM jobs.job WHERE name = 'price'")).rowCount).toBe(0)
}

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

  it('whose process dies when Stripe has answered is undone at Stripe, where it can be made again', async () => {
    const { org, id } = await paying({ planCode: 'flex-400' })
    const child = await changer(org, 'flex-200')
    during(`POST subscriptions/${id}`, async () => void child.kill('SIGKILL'))
    child.stdin.write('go')
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    expect(priceOf(id)).toBe(5000)
    expect(await subscriptionOf(org)).toMatchObject({ planCode: 'flex-400', nextPlanCode: null })
    await comparePrices()
    expect(priceOf(id)).toBe(10_000)
    await cheaper(org, 'flex-200')
    await comparePrices()
    expect(await subscriptionOf(org)).toMatchObject({ nextPlanCode: 'flex-200' })
    expect(priceOf(id)).toBe(5000)
  })
})
