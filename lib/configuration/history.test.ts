import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { getSsaConfiguration } from './get'
import { ssaConfigurationHistory } from './history'
import { setSsaConfiguration } from './set'

const world = testWorld()

describe('the configuration in the Console', () => {
  it('tells who changed which property from what to what, the latest first', async () => {
    const { operator, clock } = world
    expect(await ssaConfigurationHistory(operator)).toEqual([])
    await setSsaConfiguration(operator, { ssaExpirationInDays: 7 })
    clock.pass(1)
    await setSsaConfiguration(operator, { ssaEnabled: false, ssaCustomAttributes: ['fqdn'] })
    expect(await ssaConfigurationHistory(operator)).toMatchObject([
      {
        at: clock.now(),
        actorName: operator.actor.name,
        properties: [
          { name: 'ssaEnabled', before: 'true', after: 'false' },
          { name: 'ssaCustomAttributes', before: '[]', after: '[{"name":"fqdn","inJwt":false}]' },
        ],
      },
      { properties: [{ name: 'ssaExpirationInDays', before: '30', after: '7' }] },
    ])
  })

  it('leaves no trace when nothing changes', async () => {
    const before = await ssaConfigurationHistory(world.operator)
    await setSsaConfiguration(world.operator, { ssaExpirationInDays: 7 })
    expect(await ssaConfigurationHistory(world.operator)).toEqual(before)
  })

  it('is for operators only', async () => {
    await expect(getSsaConfiguration(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(ssaConfigurationHistory(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
