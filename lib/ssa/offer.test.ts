import { describe, expect, test } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { testWorld } from '@/lib/testing/context'
import { ssaOffer } from './offer'

const world = testWorld()

describe('what a new SSA may be made of', () => {
  test('without any configuration: the role license, and no custom attribute', async () => {
    const { roles, attributes } = await ssaOffer(world.admin)
    expect(roles).toEqual([{ name: 'license', scopes: expect.arrayContaining([expect.any(String)]) }])
    expect(attributes).toEqual([])
  })

  test('is what operators have configured, roles by name', async () => {
    await setSsaConfiguration(world.operator, {
      ssaMapSoftwareRolesToScopes: { typekey: [], passwurd: ['a', 'b'] },
      ssaCustomAttributes: [{ name: 'fqdn', inJwt: true }, 'region'],
    })
    expect(await ssaOffer(world.owner)).toEqual({
      roles: [
        { name: 'passwurd', scopes: ['a', 'b'] },
        { name: 'typekey', scopes: [] },
      ],
      attributes: [
        { name: 'fqdn', inJwt: true },
        { name: 'region', inJwt: false },
      ],
    })
  })

  test('viewers, who create no SSA, are not offered any', async () => {
    await expect(ssaOffer(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
