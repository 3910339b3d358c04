import { describe, expect, test } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { testWorld } from '@/lib/testing/context'
import { getSsa } from './get'
import { issueSsa } from './issue'
import { issueSsaSchema } from './schema'

const world = testWorld()

describe('getSsa', () => {
  test('tells a viewer everything but the JWT, custom attributes included', async () => {
    await setSsaConfiguration(world.operator, { ssaCustomAttributes: ['region'] })
    const fields = { softwareId: 'Gluu Flex', description: 'Frankfurt', customAttributes: { region: 'EU' } }
    const { jti } = await issueSsa(world.owner, issueSsaSchema.parse(fields))
    const ssa = await getSsa(world.viewer, { jti })
    expect(ssa).toMatchObject({ jti, ...fields, status: 'ACTIVE', softwareRoles: ['license'] })
    expect(Object.keys(ssa)).not.toEqual(expect.arrayContaining(['signingInput']))
    expect(Object.keys(ssa)).not.toEqual(expect.arrayContaining(['signature']))
  })

  test('does not find another organization’s, nor one that never was', async () => {
    const { jti } = await issueSsa(world.owner, issueSsaSchema.parse({ softwareId: 'Ours' }))
    await expect(getSsa(world.stranger, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const never = { jti: crypto.randomUUID() }
    await expect(getSsa(world.owner, never)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
