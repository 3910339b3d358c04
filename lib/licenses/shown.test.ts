import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { card, installations, retrieve } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, newSales } from '@/lib/testing/licensing'
import { earlierLicenses } from './earlier'
import { otherLicenses } from './other-products'
import { revokeLicense } from './revoke'

const world = testWorld()

/** The same person with fewer rights. */
function asViewer(ctx: OrgCtx): OrgCtx {
  if (ctx.actor.kind !== 'user') throw new Error('a person is needed')
  return { ...ctx, actor: { ...ctx.actor, role: 'VIEWER' } }
}

describe('the license key', () => {
  it('is whole for those who manage the organization, and cut to its last group for viewers', async () => {
    const org = await world.newOrganization()
    const first = await enterprise(await newSales(world), org)
    await retrieve(await installedBy(org))
    await enterprise(await newSales(world), org)
    const shown = `••••-••••-••••-${first.key.slice(-4)}`
    for (const [ctx, key] of [
      [org, first.key],
      [asViewer(org), shown],
    ] as const) {
      expect(await earlierLicenses(ctx)).toMatchObject([{ key }])
      expect(await installations(ctx)).toMatchObject([{ licenseKey: key }])
    }
    expect((await card(asViewer(org))).license?.key).toMatch(/^(••••-){3}[A-Z2-9]{4}$/)
    expect((await card(org)).license?.key).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
  })
})

describe('earlierLicenses', () => {
  it('tells how each one ended, the last one first, and nothing of the live one', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    await enterprise(sales, org, { mauThreshold: 1 })
    world.clock.pass(1)
    const revoked = await enterprise(sales, org, { mauThreshold: 2 })
    await revokeLicense(sales, { id: revoked.id, reason: 'Not paid' })
    world.clock.pass(1)
    await enterprise(sales, org, {
      mauThreshold: 3,
      validUntil: new Date(world.clock.now().getTime() + 5000),
    })
    world.clock.pass(6)
    expect(await earlierLicenses(org)).toMatchObject([
      { mauThreshold: 3, verdict: { code: 'EXPIRED' } },
      { mauThreshold: 2, verdict: { code: 'REVOKED' }, endedReason: 'Not paid' },
      { mauThreshold: 1, verdict: { code: 'REPLACED' } },
    ])
    await enterprise(sales, org)
    expect(await earlierLicenses(org)).toHaveLength(3)
    expect(await earlierLicenses(world.stranger)).toEqual([])
  })
})

describe('otherLicenses', () => {
  it('has one for each host of a product that is licensed per host, whatever its state', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const on = (fqdn: string) => enterprise(sales, org, { productCode: 'gluu4', fqdn })
    const gone = await on('b.example.org')
    await revokeLicense(sales, { id: gone.id, reason: 'Moved' })
    await on('a.example.org')
    await enterprise(sales, org)
    expect(await otherLicenses(asViewer(org))).toMatchObject([
      { state: 'ENTERPRISE', license: { fqdn: 'a.example.org', productName: 'Gluu Server 4' } },
      { state: 'REVOKED', license: { fqdn: 'b.example.org', endedReason: 'Moved' } },
    ])
    expect(await otherLicenses(world.stranger)).toEqual([])
  })
})

describe('listInstallations', () => {
  it('finds them by client, address and SSA, and sorts by either date', async () => {
    const org = await world.newOrganization()
    const first = await installedBy(org)
    const second = { ...(await installedBy(org)), address: '198.51.100.7' }
    for (const software of [first, second, first]) {
      await expect(retrieve(software)).rejects.toBeDefined()
      world.clock.pass(DAY_SECONDS)
    }
    const names = async (query: object) => (await installations(org, query)).map(({ client }) => client?.name)
    const [one, two] = [first.actor.name, second.actor.name]
    expect(await names({})).toEqual([one, two])
    expect(await names({ dir: 'asc' })).toEqual([two, one])
    expect(await names({ sort: 'firstSeenAt' })).toEqual([two, one])
    expect(await names({ q: '198.51.100' })).toEqual([two])
    expect(await names({ q: one.toUpperCase() })).toEqual([one])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ productCode: 'gluu4' })).toEqual([])
    const [row] = await installations(org, { q: one })
    expect(await names({ q: row?.ssa?.softwareId })).toEqual([one])
  })

  it('says when an SSA is over', async () => {
    const org = await world.newOrganization()
    await expect(retrieve(await installedBy(org))).rejects.toBeDefined()
    expect(await installations(org)).toMatchObject([{ ssa: { status: 'ACTIVE' } }])
    world.clock.pass(400 * DAY_SECONDS)
    expect(await installations(org)).toMatchObject([{ ssa: { status: 'EXPIRED' } }])
  })
})
