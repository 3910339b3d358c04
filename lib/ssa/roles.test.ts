import { describe, expect, test } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { testWorld } from '@/lib/testing/context'
import { softwareRoles } from './roles'

const world = testWorld()

describe('the software roles on offer', () => {
  test('without any configuration there is one: license', async () => {
    const [role, ...others] = await softwareRoles(world.admin)
    expect(role).toMatchObject({ name: 'license', scopes: expect.arrayContaining([expect.any(String)]) })
    expect(others).toEqual([])
  })

  test('they are what operators have configured', async () => {
    const ssaMapSoftwareRolesToScopes = { passwurd: ['a', 'b'], typekey: [] }
    await setSsaConfiguration(world.operator, { ssaMapSoftwareRolesToScopes })
    expect(await softwareRoles(world.owner)).toEqual([
      { name: 'passwurd', scopes: ['a', 'b'] },
      { name: 'typekey', scopes: [] },
    ])
  })

  test('viewers, who create no SSA, are not offered any', async () => {
    await expect(softwareRoles(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
