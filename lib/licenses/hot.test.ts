import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { enterprise, installedBy, newSales } from '@/lib/testing/licensing'
import { type LicenseFacts, licenseByKey, liveLicense, storeSighting } from './hot'
import { revokeLicense } from './revoke'
import { suspendLicense } from './suspend'

const world = testWorld()

/** What Prisma reads of a license. */
async function asPrisma(id: string): Promise<LicenseFacts> {
  const { product, ...row } = await world.db.license.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, key: true, productCode: true, fqdn: true, kind: true, mauThreshold: true },
      ...{ validFrom: true, validUntil: true, status: true, activatedAt: true, suspendedAt: true },
      ...{ suspendedReason: true, customerCompany: true, customerEmail: true, customerFirstName: true },
      ...{ customerLastName: true, product: { select: { name: true } } },
    },
  })
  return { ...row, productName: product.name }
}

describe('the hot statements of licenses', () => {
  it('read what Prisma reads', async () => {
    const sales = await newSales(world)
    const org = await world.newOrganization()
    const customer = { company: 'Acme', email: 'a@acme.example', firstName: 'Ada', lastName: 'L.' }
    const { id, key } = await enterprise(sales, org, { customer })
    await suspendLicense(sales, { id, reason: 'unpaid' })
    const of = { organizationId: org.organization.id, productCode: 'adminui001', fqdn: '' }
    expect(await licenseByKey(world.pool, { organizationId: of.organizationId, key })).toEqual(
      await asPrisma(id),
    )
    expect(await liveLicense(world.pool, of)).toEqual(await asPrisma(id))
    await revokeLicense(sales, { id, reason: 'fraud' })
    expect(await licenseByKey(world.pool, { organizationId: of.organizationId, key })).toEqual(
      await asPrisma(id),
    )
    expect(await liveLicense(world.pool, of)).toBeNull()
  })

  it('read nothing of another organization', async () => {
    const sales = await newSales(world)
    const org = await world.newOrganization()
    const { key } = await enterprise(sales, org)
    const other = world.stranger.organization.id
    expect(await licenseByKey(world.pool, { organizationId: other, key })).toBeNull()
    expect(
      await liveLicense(world.pool, { organizationId: other, productCode: 'adminui001', fqdn: '' }),
    ).toBeNull()
  })

  it('write one row for each client and product, first and last seen, never backwards', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    if (software.actor.kind !== 'client') throw new Error('not a client')
    const { clientId } = software.actor
    const seen = {
      organizationId: org.organization.id,
      productCode: 'adminui001',
      fqdn: '',
      clientId,
      licenseId: null,
    }
    const times = ['2028-01-01T00:00:00Z', '2028-01-03T00:00:00Z', '2028-01-02T00:00:00Z'].map(
      t => new Date(t),
    )
    for (const at of times) await storeSighting(world.pool, { ...seen, address: at.toISOString(), at })
    const rows = await world.db.installation.findMany({ where: { clientId } })
    expect(rows).toMatchObject([
      { firstSeenAt: times[0], lastSeenAt: times[1], address: times[2]?.toISOString() },
    ])
    expect(rows[0]?.ssaJti).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('write nothing for a client that is gone', async () => {
    const seen = {
      organizationId: world.owner.organization.id,
      productCode: 'adminui001',
      fqdn: '',
      licenseId: null,
    }
    await storeSighting(world.pool, { ...seen, clientId: 'gone', address: null, at: new Date() })
    expect(await world.db.installation.count({ where: { organizationId: seen.organizationId } })).toBe(0)
  })
})
