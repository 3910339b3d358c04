import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { installations, retrieve } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, licensedSoftware, newSales } from '@/lib/testing/licensing'
import { activateLicense } from './activate'
import { checkLicense } from './check'
import { licenseKeySchema } from './schema'

const world = testWorld()

describe('licenses per host, as of Gluu Server 4', () => {
  const gluu4 = { productCode: 'gluu4', fqdn: 'id.example.org' }
  const asked4 = (licenseKey: string, hardwareId: string) =>
    licenseKeySchema.parse({ licenseKey, hardwareId, productCode: 'gluu4' })

  it('are fetched, checked and activated by the host', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { key } = await enterprise(sales, org, gluu4)
    await enterprise(sales, org, { ...gluu4, fqdn: 'other.example.org' })
    const software = await installedBy(org, { fqdn: 'ID.example.org' })
    expect((await retrieve(software, { ...gluu4, fqdn: 'Id.Example.Org.' })).key).toBe(key)
    expect((await checkLicense(software, asked4(key, 'id.example.org'))).verdict.code).toBe('NOT_ACTIVATED')
    expect((await activateLicense(software, asked4(key, 'ID.EXAMPLE.ORG'))).key).toBe(key)
  })

  it('are one for each host, beside that of the organization', async () => {
    const { org, sales, license, software } = await licensedSoftware(world)
    const [here, there] = ['a.example.org', 'b.example.org']
    const keys = new Map<string, string>()
    for (const fqdn of [here, there]) keys.set(fqdn, (await enterprise(sales, org, { ...gluu4, fqdn })).key)
    for (const fqdn of [there, here, there])
      expect((await retrieve(software, { ...gluu4, fqdn })).key).toBe(keys.get(fqdn))
    expect((await retrieve(software)).key).toBe(license.key)
  })

  it('are refused to another host than that of the license or the SSA', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { key } = await enterprise(sales, org, gluu4)
    const software = await installedBy(org, { fqdn: 'else.example.org' })
    await expect(retrieve(software, gluu4)).rejects.toMatchObject({ reason: 'WRONG_HOST' })
    await expect(checkLicense(software, asked4(key, 'id.example.org'))).rejects.toMatchObject({
      reason: 'WRONG_HOST',
    })
    const unbound = await installedBy(org)
    await expect(checkLicense(unbound, asked4(key, 'else.example.org'))).rejects.toMatchObject({
      reason: 'WRONG_HOST',
    })
    await expect(retrieve(unbound, { productCode: 'gluu4' })).rejects.toMatchObject({
      reason: 'HOST_REQUIRED',
    })
  })

  it('are not known by any other key, and a host that was never licensed leaves no trace', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    const unknown = checkLicense(software, asked4('AAAA-BBBB-CCCC-DDDD', 'id.example.org'))
    await expect(unknown).rejects.toMatchObject({ reason: 'UNKNOWN_KEY' })
    expect(await installations(org)).toEqual([])
  })

  it('are not found under another product', async () => {
    const { software, license, org } = await licensedSoftware(world)
    await expect(checkLicense(software, asked4(license.key, org.organization.id))).rejects.toMatchObject({
      reason: 'UNKNOWN_KEY',
    })
  })
})
