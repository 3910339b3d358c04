import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, DAY_SECONDS } from '@/lib/days'
import { writeGathered } from '@/lib/gathered'
import { apiClient } from '@/lib/testing/api-client'
import { createFor } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { ssaCheckTotals, sweepSsaChecks } from './check-totals'
import { getSsa } from './get'
import { revokeSsa } from './revoke'
import { validateSsa } from './validate'

const world = testWorld()
const make = (body = {}) => createFor(apiClient(world.owner, 'admin'), body)
const ask = (...ids: string[]) => Promise.all(ids.map(jti => validateSsa(world.operator, jti)))
/** They are counted by the day, which is not to turn between two of them. */
beforeAll(() => world.clock.set(new Date((Math.floor(Date.now() / DAY_MS) + 0.5) * DAY_MS)))
const checksOf = async (jti: string) => (await getSsa(world.owner, { jti })).checks

describe('checks of a statement', () => {
  it('are counted with the answer, and written together', async () => {
    const { jti } = await make({ one_time_use: false })
    expect(await checksOf(jti)).toBeNull()
    await ask(jti, jti.toUpperCase(), jti)
    expect(await checksOf(jti)).toBeNull()
    await writeGathered(world.db)
    expect(await checksOf(jti)).toEqual({ times: 3, refused: 0, lastAt: world.clock.now() })
    world.clock.pass(60)
    await revokeSsa(world.owner, { jti })
    await ask(jti)
    await writeGathered(world.db)
    expect(await checksOf(jti)).toEqual({ times: 4, refused: 1, lastAt: world.clock.now() })
  })

  it('count a one-time statement’s use, and each refusal after it', async () => {
    const { jti } = await make()
    await ask(jti, jti, jti)
    await writeGathered(world.db)
    expect(await checksOf(jti)).toMatchObject({ times: 3, refused: 2 })
  })

  it('never go back, whichever process writes last', async () => {
    const { jti } = await make({ one_time_use: false })
    await ask(jti)
    const later = world.clock.now()
    await writeGathered(world.db)
    world.clock.pass(-30)
    await ask(jti)
    await writeGathered(world.db)
    world.clock.set(later)
    expect(await checksOf(jti)).toEqual({ times: 2, refused: 0, lastAt: later })
  })
})

describe('checks at the installation', () => {
  const rows = () => world.db.ssaCheck.count()

  it('count refusals of made-up ids, which leave no row of their own', async () => {
    const before = await ssaCheckTotals(world.operator)
    const known = await rows()
    await ask(randomUUID(), randomUUID(), '', '../../etc/passwd', '%00')
    await writeGathered(world.db)
    const { today, month } = await ssaCheckTotals(world.operator)
    expect(today).toEqual({ times: before.today.times + 5, refused: before.today.refused + 5 })
    expect(month).toEqual({ times: before.month.times + 5, refused: before.month.refused + 5 })
    expect(await rows()).toBe(known)
  })

  it('are told of today and of thirty days, then forgotten', async () => {
    const start = world.clock.now()
    const before = await ssaCheckTotals(world.operator)
    world.clock.pass(29 * DAY_SECONDS)
    expect(await sweepSsaChecks(world.operator)).toBe(0)
    expect(await ssaCheckTotals(world.operator)).toEqual({
      today: { times: 0, refused: 0 },
      month: before.today,
    })
    world.clock.pass(DAY_SECONDS)
    expect(await ssaCheckTotals(world.operator)).toMatchObject({ month: { times: 0 } })
    expect(await sweepSsaChecks(world.operator)).toBe(1)
    world.clock.set(start)
  })

  it('are told to operators alone', async () => {
    await expect(ssaCheckTotals(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
