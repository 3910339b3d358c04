import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Ctx } from '@/lib/context'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card } from '@/lib/testing/license-verbs'
import { startTrialSchema } from './schema'
import { startTrial } from './start-trial'

const world = testWorld()
const trial = (ctx: Ctx) => startTrial(ctx, startTrialSchema.parse({ productCode: 'adminui001' }))

describe('the end of a trial', () => {
  const DAYS = 30
  // A server on a clock that is put forward and back.
  beforeAll(() => void vi.stubEnv('TZ', 'America/New_York'))
  afterAll(() => void vi.unstubAllEnvs())

  it.each([
    ['clocks go forward', '2027-03-14T06:59:59Z', '2027-04-13T06:59:59Z'],
    ['clocks go back', '2027-11-07T05:30:00Z', '2027-12-07T05:30:00Z'],
    ['a leap day lies between', '2028-02-29T00:00:00Z', '2028-03-30T00:00:00Z'],
    ['32-bit seconds end', '2038-01-10T03:14:08Z', '2038-02-09T03:14:08Z'],
  ])('is thirty days of 24 hours away when %s', async (_when, from, until) => {
    world.clock.set(new Date(from))
    const org = await world.newOrganization()
    expect((await trial(org)).validUntil).toEqual(new Date(until))
    expect(await card(org)).toMatchObject({ state: 'TRIAL', daysLeft: DAYS })
    world.clock.pass(DAYS * DAY_SECONDS - 1)
    expect(await card(org)).toMatchObject({ state: 'TRIAL', daysLeft: 1 })
    world.clock.pass(1)
    expect(await card(org)).toMatchObject({ state: 'TRIAL_USED', daysLeft: null })
  })

  it('is for good once it was judged, also when the clock goes back', async () => {
    const org = await world.newOrganization()
    const started = world.clock.now()
    const license = await trial(org)
    world.clock.pass(31 * DAY_SECONDS)
    expect((await card(org)).state).toBe('TRIAL_USED')
    world.clock.set(started)
    expect((await card(org)).state).toBe('TRIAL_USED')
    await expect(trial(org)).rejects.toMatchObject({ reason: 'TRIAL_USED' })
    expect(await audited(org, license.id)).toEqual(['license.trial', 'license.expire'])
  })

  it('does not come earlier or later by a clock that was behind when it started', async () => {
    const org = await world.newOrganization()
    const { validFrom } = await trial(org)
    world.clock.set(daysAfter(validFrom, -10))
    expect((await card(org)).state).toBe('NOT_STARTED')
  })
})
