import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { takeFromLimit } from './take'

const world = testWorld()
const limitOf = (key: string) => ({ key, limit: 3, windowSeconds: 900, message: 'Too many.' })
const take = (key: string) => takeFromLimit(world.owner, limitOf(key))

describe('takeFromLimit', () => {
  it('lets as many pass as the limit says, then tells when to come again', async () => {
    for (let i = 0; i < 3; i++) await take('a')
    world.clock.pass(61)
    await expect(take('a')).rejects.toMatchObject({
      code: 'LIMIT',
      message: 'Too many. Try again in 14 minutes.',
      retryAfter: 839,
    })
  })

  it('opens a new window when the old one is over, however often it was asked meanwhile', async () => {
    for (let i = 0; i < 20; i++) await take('b').catch(() => {})
    world.clock.pass(900)
    for (let i = 0; i < 3; i++) await expect(take('b')).resolves.toBeUndefined()
    await expect(take('b')).rejects.toMatchObject({ code: 'LIMIT' })
  })

  it('lets exactly as many pass when all come at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => take('c')))
    expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(3)
  })

  it('stores no key in clear', async () => {
    await take('ada@example.org')
    const rows = await world.db.rateWindow.findMany()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('ada')
  })
})
