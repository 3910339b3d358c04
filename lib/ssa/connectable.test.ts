import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { connectableSsas } from './connectable'
import { issueSsa } from './issue'
import { issueSsaSchema } from './schema'

const world = testWorld()

describe('connectableSsas', () => {
  it('gives the statements of the organization, the newest first, with what is wrong with them', async () => {
    const org = await world.newOrganization()
    const issue = (fields: object) => issueSsa(org, issueSsaSchema.parse(fields))
    await issue({ softwareId: 'Good' })
    world.clock.pass(1)
    const { jti } = await issue({ softwareId: 'Once', oneTimeUse: true })
    expect(await connectableSsas(org)).toMatchObject([
      {
        jti,
        softwareId: 'Once',
        status: 'ACTIVE',
        warnings: [{ title: expect.stringContaining('One time') }],
      },
      { softwareId: 'Good', status: 'ACTIVE', warnings: [] },
    ])
    world.clock.pass(400 * 24 * 60 * 60)
    const [once] = await connectableSsas(org)
    expect(once).toMatchObject({ status: 'EXPIRED', warnings: [{ title: 'This SSA is expired' }, {}] })
  })

  it('gives none of another organization', async () => {
    await issueSsa(world.owner, issueSsaSchema.parse({ softwareId: 'Theirs' }))
    expect(await connectableSsas(world.stranger)).toEqual([])
  })
})
