import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { card, stateOf } from '@/lib/testing/license-verbs'
import { enterprise, licensed } from '@/lib/testing/licensing'
import { asStaff } from '@/lib/testing/people'
import { changeLicense } from './change'
import { expireLicenses } from './expire'
import { getLicense } from './get'
import { licenseHistory, staffLicenseHistory } from './history'
import { revokeLicense } from './revoke'
import { changeLicenseSchema } from './schema'
import { resumeLicense, suspendLicense } from './suspend'

const world = testWorld()
const days = (count: number) => daysAfter(world.clock.now(), count)

describe('suspendLicense and resumeLicense', () => {
  it('put a license out of force and back, while its time runs on', async () => {
    const { org, sales, license } = await licensed(world)
    const { id } = license
    expect(await suspendLicense(sales, { id, reason: 'unpaid' })).toMatchObject({
      verdict: { code: 'SUSPENDED' },
      suspendedReason: 'unpaid',
    })
    expect(await stateOf(org)).toBe('SUSPENDED')
    expect(await resumeLicense(sales, { id })).toMatchObject({
      verdict: { valid: true },
      validUntil: license.validUntil,
    })
    expect(await audited(org, id)).toEqual(['license.issue', 'license.suspend', 'license.resume'])
  })

  it('say when there is nothing to do', async () => {
    const { sales, license } = await licensed(world)
    const { id } = license
    await expect(resumeLicense(sales, { id })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This license is valid; it cannot be resumed.',
    })
    await suspendLicense(sales, { id, reason: 'a' })
    await expect(suspendLicense(sales, { id, reason: 'b' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('revokeLicense', () => {
  it('takes a license back for good', async () => {
    const { org, sales, license } = await licensed(world)
    const { id } = license
    expect(await revokeLicense(sales, { id, reason: 'fraud' })).toMatchObject({
      verdict: { code: 'REVOKED' },
      endedReason: 'fraud',
      endedAt: world.clock.now(),
    })
    expect(await stateOf(org)).toBe('REVOKED')
    expect(await audited(org, id)).toEqual(['license.issue', 'license.revoke'])
    for (const change of [revokeLicense, suspendLicense])
      await expect(change(sales, { id, reason: 'again' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('has one winner among parallel calls', async () => {
    const { org, sales, license } = await licensed(world)
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => revokeLicense(sales, { id: license.id, reason: 'x' })),
    )
    expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await audited(org, license.id)).toEqual(['license.issue', 'license.revoke'])
  })
})

describe('changeLicense', () => {
  const change = (ctx: Ctx, input: object) => changeLicense(ctx, changeLicenseSchema.parse(input))

  it('changes what is named and keeps the rest; notes stay among staff', async () => {
    const { org, sales, license } = await licensed(world)
    const { id, key } = license
    const changed = await change(sales, { id, mauThreshold: 9000, validUntil: days(400), notes: 'Deal B' })
    expect(changed).toMatchObject({ key, mauThreshold: 9000, notes: 'Deal B', customerCompany: '' })
    expect(await audited(org, id)).toEqual(['license.issue', 'license.change', 'license.note'])
    const [latest] = await world.db.auditEvent.findMany({ where: { objectId: id, action: 'license.change' } })
    expect(latest).toMatchObject({
      organizationId: org.organization.id,
      before: { mauThreshold: 5000, validUntil: license.validUntil.toISOString() },
      after: { mauThreshold: 9000 },
    })
    const seen = await licenseHistory(org, { id })
    expect(seen.map(event => event.action)).toEqual(['license.change', 'license.issue'])
    expect((await staffLicenseHistory(sales, { id })).map(event => event.action)).toContain('license.note')
  })

  it('keeps both of two changes at once', async () => {
    const { sales, license } = await licensed(world)
    const { id } = license
    const customer = { company: 'B', email: '', firstName: '', lastName: '' }
    await Promise.all([change(sales, { id, mauThreshold: 7 }), change(sales, { id, customer })])
    expect(await getLicense(sales, { id })).toMatchObject({ mauThreshold: 7, customerCompany: 'B' })
  })

  it('does not bring back what has ended, nor end what runs', async () => {
    const { sales, license } = await licensed(world)
    const { id } = license
    await expect(change(sales, { id, validUntil: '2020-01-01' })).rejects.toMatchObject({
      fields: { validUntil: /revoke it/ },
    })
    world.clock.set(license.validUntil)
    await expect(change(sales, { id, validUntil: days(1) })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This license is expired; it cannot be changed.',
    })
  })

  it.each([
    ['change', (ctx: Ctx, id: string) => change(ctx, { id, mauThreshold: 1 })],
    ['suspend', (ctx: Ctx, id: string) => suspendLicense(ctx, { id, reason: 'x' })],
    ['resume', (ctx: Ctx, id: string) => resumeLicense(ctx, { id })],
    ['revoke', (ctx: Ctx, id: string) => revokeLicense(ctx, { id, reason: 'x' })],
  ])('%s is for sales, of organizations of others, and of licenses that exist', async (_name, act) => {
    const { org, sales, license } = await licensed(world)
    for (const ctx of [org, world.stranger, world.operator])
      await expect(act(ctx, license.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(act(sales, crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const own = asStaff(org, 'SALES')
    await expect(act(own, license.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('reading licenses', () => {
  it('is for staff where they are of others, and never across organizations', async () => {
    const { org, license } = await licensed(world)
    const { id } = license
    expect(await getLicense(world.operator, { id })).toMatchObject({
      organizationName: org.organization.name,
    })
    await expect(getLicense(org, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(staffLicenseHistory(org, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await licenseHistory(world.stranger, { id })).toEqual([])
    expect(await card(world.stranger)).toMatchObject({
      state: 'NONE',
      license: null,
      trial: { offered: true },
    })
  })
})

describe('expireLicenses', () => {
  it('stores every license whose time is over as expired, once', async () => {
    const { org, license, sales } = await licensed(world)
    const longer = await enterprise(sales, await world.newOrganization(), { validUntil: days(800) })
    world.clock.set(license.validUntil)
    expect(await expireLicenses(world.operator)).toBeGreaterThan(0)
    expect(await expireLicenses(world.operator)).toBe(0)
    expect(await audited(org, license.id)).toEqual(['license.issue', 'license.expire'])
    expect((await getLicense(sales, { id: longer.id })).verdict.valid).toBe(true)
    expect(await card(org)).toMatchObject({ state: 'EXPIRED', license: { id: license.id } })
  })
})
