import { beforeAll, describe, expect, it } from 'vitest'
import { setUpGluu4 } from '@/e2e/support/gluu4-setup'
import { setSsaConfiguration } from '@/lib/configuration/set'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { flexAt, ISSUER, ssaFile } from '@/lib/testing/flex'
import { enterprise, newSales } from '@/lib/testing/licensing'

const world = testWorld()
const { send } = flexAt(world, testDoor(world))
const HOST = 'id.example.org'

const setUp = (ssa: string, hostname = HOST) =>
  setUpGluu4({ send, now: () => world.clock.now(), issuer: ISSUER, apiHost: ISSUER, hostname }, ssa)
const fileFor = async (org: OrgCtx, fields: object = {}) =>
  (await ssaFile(org, { customAttributes: { fqdn: HOST }, ...fields })).file
const licensed = async (org: OrgCtx, fqdn = HOST) =>
  enterprise(await newSales(world), org, { productCode: 'gluu4', fqdn })

beforeAll(async () => {
  await setSsaConfiguration(world.operator, { ssaCustomAttributes: [{ name: 'fqdn', inJwt: true }] })
})

describe('the setup of Gluu Server 4', () => {
  it('fetches, checks and activates the license of its host, and again the same', async () => {
    const org = await world.newOrganization()
    const { key, id } = await licensed(org)
    const ssa = await fileFor(org)
    expect([await setUp(ssa), await setUp(ssa)]).toEqual([key, key])
    const { activatedAt } = await world.db.license.findUniqueOrThrow({ where: { id } })
    expect(activatedAt).toEqual(world.clock.now())
    const where = { organizationId: org.organization.id }
    expect(
      await world.db.installation.findMany({ where, select: { fqdn: true, productCode: true } }),
    ).toEqual(Array(2).fill({ fqdn: HOST, productCode: 'gluu4' }))
  })

  it('is told why there is nothing for it', async () => {
    const org = await world.newOrganization()
    const ssa = await fileFor(org)
    await expect(setUp(ssa)).rejects.toThrow('Payment Required.')
    await licensed(org, 'other.example.org')
    await expect(setUp(ssa)).rejects.toThrow('Payment Required.')
    await licensed(org)
    await expect(setUp(ssa)).resolves.toBeDefined()
  })

  it('wants a statement for its own host that is good for ten minutes more', async () => {
    const org = await world.newOrganization()
    await licensed(org)
    await expect(setUp(await fileFor(org), 'else.example.org')).rejects.toThrow(`The SSA is for ${HOST}.`)
    await expect(setUp((await ssaFile(org)).file)).rejects.toThrow('fqdn')
    const expiresAt = new Date(world.clock.now().getTime() + 9 * 60 * 1000)
    await expect(setUp(await fileFor(org, { expiresAt }))).rejects.toThrow('SSA expired. Please get new one.')
  })
})
