import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { LeasedLimits } from './lease'

const world = testWorld()
const limitOf = (key: string) => ({ key, limit: 600, windowSeconds: 60, message: 'Too many.' })

/** How many of so many takes pass, spread over these processes. */
async function passing(processes: LeasedLimits[], takes: number, key: string): Promise<number> {
  const limit = limitOf(key)
  const tries = Array.from({ length: takes }, (_, index) =>
    processes[index % processes.length]?.take(world.owner, limit),
  )
  return (await Promise.allSettled(tries)).filter(one => one.status === 'fulfilled').length
}

describe('LeasedLimits', () => {
  it('lets as many pass as the limit says, and then says when to come again', async () => {
    const limits = new LeasedLimits()
    expect(await passing([limits], 700, 'alone')).toBe(600)
    const refused = limits.take(world.owner, limitOf('alone'))
    await expect(refused).rejects.toMatchObject({ code: 'LIMIT', retryAfter: 60 })
  })

  it('is shared by all processes', async () => {
    expect(await passing([new LeasedLimits(), new LeasedLimits()], 1400, 'shared')).toBe(600)
  })

  it('writes once for each twentieth of the limit', async () => {
    await passing([new LeasedLimits()], 31, 'batches')
    const hash = world.owner.secrets.derive('limit:batches')
    expect(await world.db.rateWindow.findUnique({ where: { key: hash } })).toMatchObject({ count: 60 })
  })

  it('opens a new window when the old one is over', async () => {
    const limits = new LeasedLimits()
    await passing([limits], 601, 'again')
    world.clock.pass(60)
    await expect(limits.take(world.owner, limitOf('again'))).resolves.toBeUndefined()
  })

  it('counts every key for itself', async () => {
    const limits = new LeasedLimits()
    await passing([limits], 601, 'one')
    await expect(limits.take(world.owner, limitOf('other'))).resolves.toBeUndefined()
  })
})
