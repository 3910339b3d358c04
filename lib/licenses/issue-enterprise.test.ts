import { describe, expect, it } from 'vitest'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card, stateOf } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, licensed, newSales } from '@/lib/testing/licensing'
import { asStaff } from '@/lib/testing/people'
import { issueEnterprise } from './issue-enterprise'
import { issueEnterpriseSchema, startTrialSchema } from './schema'
import { startTrial } from './start-trial'

const world = testWorld()
const days = (count: number) => daysAfter(world.clock.now(), count)

describe('issueEnterprise', () => {
  it('gives an organization a license on agreed terms, with an audit row that it sees', async () => {
    world.clock.set(new Date('2028-02-29T12:00:00.900Z'))
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const license = await enterprise(sales, org, {
      mauThreshold: 250_000,
      validUntil: '2038-02-28T23:59:59Z',
      customer: { company: 'Acme GmbH', email: 'ada@acme.example' },
      notes: 'Quote 2028-17',
    })
    expect(license).toMatchObject({
      kind: 'ENTERPRISE',
      mauThreshold: 250_000,
      validFrom: new Date('2028-02-29T12:00:00Z'),
      validUntil: new Date('2038-02-28T23:59:59Z'),
      customerCompany: 'Acme GmbH',
      notes: 'Quote 2028-17',
      verdict: { valid: true },
    })
    expect(await card(org)).toMatchObject({ state: 'ENTERPRISE', license: { key: license.key } })
    const seen = JSON.stringify(await world.db.auditEvent.findMany({ where: { objectId: license.id } }))
    expect(seen).toContain('2038-02-28T23:59:59.000Z')
    expect(seen).not.toContain('Quote 2028-17')
    expect(JSON.stringify(await card(org))).not.toContain('Quote 2028-17')
  })

  it('ends the running trial in the same step', async () => {
    const org = await world.newOrganization()
    const trial = await startTrial(org, startTrialSchema.parse({}))
    const license = await enterprise(await newSales(world), org)
    expect(await world.db.license.findUnique({ where: { id: trial.id } })).toMatchObject({
      status: 'REPLACED',
    })
    expect(await world.db.license.findUnique({ where: { id: license.id } })).toMatchObject({
      replacesId: trial.id,
    })
    expect(await audited(org, trial.id)).toEqual(['license.trial', 'license.replace'])
    expect(await stateOf(org)).toBe('ENTERPRISE')
  })

  it('ends a license whose time is over as expired', async () => {
    const { org, sales, license } = await licensed(world)
    world.clock.set(license.validUntil)
    await enterprise(sales, org)
    expect(await audited(org, license.id)).toEqual(['license.issue', 'license.expire'])
  })

  it('leaves one live license of many that are issued at once', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => enterprise(sales, org)))
    const where = { organizationId: org.organization.id }
    expect(await world.db.license.count({ where: { ...where, status: 'LIVE' } })).toBe(1)
    const issued = tries.filter(one => one.status === 'fulfilled').length
    expect(await world.db.license.count({ where })).toBe(issued)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
  })

  it('is for sales, and never for an organization that they belong to', async () => {
    const { org } = await licensed(world)
    for (const ctx of [org, world.operator, await installedBy(org)])
      await expect(enterprise(ctx, org)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const own = await world.newOrganization('VIEWER')
    const member = asStaff(own, 'SALES')
    await expect(enterprise(member, own)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You belong to this organization. Ask a colleague to do this.',
    })
    await expect(enterprise(member, org)).resolves.toBeDefined()
  })

  it.each([
    ['validUntil', { validUntil: '2020-01-01' }],
    ['validFrom', { validFrom: '2099-01-01', validUntil: '2100-01-01' }],
    ['validUntil', { validFrom: '2099-01-01', validUntil: '2098-01-01' }],
    ['organizationId', { organizationId: 'org:nobody' }],
    ['fqdn', { fqdn: 'id.example.org' }],
    ['fqdn', { productCode: 'gluu4' }],
  ])('says what is wrong with %s', async (field, terms) => {
    const { org, sales } = await licensed(world)
    await expect(enterprise(sales, org, terms)).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  })

  it.each([0, -1, 1.5, 2_147_483_648])('refuses %d MAU', mauThreshold => {
    const parsed = issueEnterpriseSchema.safeParse({ organizationId: 'a', mauThreshold, validUntil: days(1) })
    expect(parsed.error?.issues[0]?.path).toEqual(['mauThreshold'])
  })

  it.each([
    ['validFrom', { validFrom: '0000-01-01' }, 'Choose a date after the year 1999.'],
    ['validFrom', { validFrom: new Date(-8.64e15) }, 'Choose a date after the year 1999.'],
    ['validUntil', { validUntil: '+010000-01-01T00:00:00Z' }, 'Choose a date before the year 10000.'],
    ['customer.email', { customer: { email: `${'a'.repeat(300)}@b.co` } }, 'This address is too long.'],
  ])('refuses what no column or mail keeps as %s', (field, terms, message) => {
    const input = { organizationId: 'a', mauThreshold: 1, validUntil: days(1), ...terms }
    const [issue] = issueEnterpriseSchema.safeParse(input).error?.issues ?? []
    expect([issue?.path.join('.'), issue?.message]).toEqual([field, message])
  })

  it('may start later where nothing runs', async () => {
    const org = await world.newOrganization()
    await enterprise(await newSales(world), org, { validFrom: days(3) })
    expect(await card(org)).toMatchObject({ state: 'NOT_STARTED', trial: { offered: false } })
    world.clock.pass(3 * DAY_SECONDS)
    expect(await stateOf(org)).toBe('ENTERPRISE')
  })

  it('is not reached with the id of an organization in another case', async () => {
    const { org, sales } = await licensed(world)
    const organizationId = org.organization.id.toUpperCase()
    const input = issueEnterpriseSchema.parse({ organizationId, mauThreshold: 1, validUntil: days(1) })
    expect((await issueEnterprise(sales, input)).organizationId).toBe(org.organization.id)
  })
})
