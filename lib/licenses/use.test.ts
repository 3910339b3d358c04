import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { activate, check, installations, retrieve } from '@/lib/testing/license-verbs'
import { enterprise, installedBy, licensedSoftware, newSales } from '@/lib/testing/licensing'
import { checkLicense } from './check'
import { revokeLicense } from './revoke'
import { licenseKeySchema, startTrialSchema } from './schema'
import { startTrial } from './start-trial'
import { suspendLicense } from './suspend'

const world = testWorld()
const trial = (ctx: Ctx) => startTrial(ctx, startTrialSchema.parse({}))

async function waitingForLocks(): Promise<number> {
  const { rows } = await world.pool.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return rows[0]?.waiting
}

describe('retrieveLicense', () => {
  it('gives the license in force, the same each time', async () => {
    const { software, license, org } = await licensedSoftware(world)
    expect(await retrieve(software)).toMatchObject({ key: license.key, mauThreshold: 5000 })
    const input = { organizationId: org.organization.id.toUpperCase() }
    expect((await retrieve(software, input)).key).toBe(license.key)
  })

  it('gives the running trial', async () => {
    const org = await world.newOrganization()
    const { key } = await trial(org)
    expect(await retrieve(await installedBy(org))).toMatchObject({ key, mauThreshold: 1000 })
  })

  it('says why there is none', async () => {
    const software = await installedBy(await world.newOrganization())
    await expect(retrieve(software)).rejects.toMatchObject({
      reason: 'NO_LICENSE',
      message: 'Payment Required.',
    })
    const { validUntil } = await trial(software)
    world.clock.set(validUntil)
    await expect(retrieve(software)).rejects.toMatchObject({ reason: 'EXPIRED' })
    await expect(retrieve(software)).rejects.toMatchObject({ reason: 'EXPIRED' })
  })

  it('says that it is suspended, and why, or revoked', async () => {
    const { software, license, sales } = await licensedSoftware(world)
    await suspendLicense(sales, { id: license.id, reason: 'Invoice 4 is unpaid.' })
    await expect(retrieve(software)).rejects.toMatchObject({
      reason: 'SUSPENDED',
      message: /Invoice 4 is unpaid\.$/,
    })
    await revokeLicense(sales, { id: license.id, reason: 'Contract ended.' })
    await expect(retrieve(software)).rejects.toMatchObject({ reason: 'REVOKED' })
  })

  it('is for clients of an organization, with a license scope, in their own organization', async () => {
    const { software, org } = await licensedSoftware(world)
    await expect(retrieve(org)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    if (software.actor.kind !== 'client') throw new Error('not a client')
    const other = { ...software, actor: { ...software.actor, scopes: ['https://jans.io/auth/ssa.admin'] } }
    await expect(retrieve(other)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(retrieve({ ...software, organization: null })).rejects.toMatchObject({
      reason: 'NO_ORGANIZATION',
    })
    const input = { organizationId: world.stranger.organization.id }
    await expect(retrieve(software, input)).rejects.toMatchObject({ reason: 'WRONG_ORGANIZATION' })
    await expect(retrieve(software, { productCode: 'x' })).rejects.toMatchObject({
      reason: 'UNKNOWN_PRODUCT',
    })
  })
})

describe('checkLicense', () => {
  it('tells a key that waits for activation from an active one', async () => {
    const { software, license } = await licensedSoftware(world)
    expect((await check(software, license.key)).verdict).toEqual({ valid: true, code: 'NOT_ACTIVATED' })
    await activate(software, license.key)
    expect((await check(software, license.key)).verdict).toEqual({ valid: true, code: 'VALID' })
  })

  it('takes the key in quotes', async () => {
    const { software, license } = await licensedSoftware(world)
    expect((await check(software, `"${license.key}"`)).license.id).toBe(license.id)
  })

  it('does not know the key of another organization', async () => {
    const { license } = await licensedSoftware(world)
    const stranger = await installedBy(world.stranger)
    await expect(check(stranger, license.key)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      reason: 'UNKNOWN_KEY',
    })
    await expect(activate(stranger, license.key)).rejects.toMatchObject({ reason: 'UNKNOWN_KEY' })
    expect(await installations(world.stranger)).toMatchObject([{ licenseKey: null }])
  })

  it('tells software that belongs elsewhere so, whatever key it has', async () => {
    const { license, org } = await licensedSoftware(world)
    const elsewhere = await world.newOrganization()
    const software = await installedBy(elsewhere)
    for (const licenseKey of [license.key, 'AAAA-BBBB-CCCC-DDDD', '']) {
      const input = licenseKeySchema.parse({ licenseKey, hardwareId: org.organization.id })
      await expect(checkLicense(software, input)).rejects.toMatchObject({ reason: 'WRONG_ORGANIZATION' })
    }
    expect(await installations(elsewhere)).toEqual([])
  })

  it('refuses the hardware id of another organization', async () => {
    const { software, license } = await licensedSoftware(world)
    const input = licenseKeySchema.parse({ licenseKey: license.key, hardwareId: 'github:somebody' })
    await expect(checkLicense(software, input)).rejects.toMatchObject({ reason: 'WRONG_ORGANIZATION' })
  })

  it('stores that a license has expired, for good', async () => {
    const { software, license } = await licensedSoftware(world)
    const before = world.clock.now()
    await activate(software, license.key)
    world.clock.set(license.validUntil)
    expect((await check(software, license.key)).verdict).toEqual({ valid: false, code: 'EXPIRED' })
    world.clock.set(before)
    expect((await check(software, license.key)).verdict).toEqual({ valid: false, code: 'EXPIRED' })
    expect((await audited(software, license.id)).at(-1)).toBe('license.expire')
  })

  it('looks again at one that was extended while it was being judged', async () => {
    const { software, license } = await licensedSoftware(world)
    await activate(software, license.key)
    world.clock.set(license.validUntil)
    const renewal = await world.pool.connect()
    await renewal.query('BEGIN')
    await renewal.query("UPDATE license SET valid_until = valid_until + interval '1 year' WHERE id = $1", [
      license.id,
    ])
    const judged = check(software, license.key)
    await expect.poll(() => waitingForLocks()).toBe(1)
    await renewal.query('COMMIT')
    renewal.release()
    expect(await judged).toMatchObject({
      license: { status: 'LIVE' },
      verdict: { valid: true, code: 'VALID' },
    })
  })

  it('answers an old key with the license that took its place', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    const { key } = await trial(software)
    await activate(software, key)
    const paid = await enterprise(await newSales(world), org)
    expect(await check(software, key)).toMatchObject({
      license: { key: paid.key, mauThreshold: 5000 },
      verdict: { valid: true, code: 'VALID' },
    })
  })

  it('answers the key of an expired trial with the license bought since', async () => {
    const org = await world.newOrganization()
    const software = await installedBy(org)
    const { key, validUntil } = await trial(software)
    world.clock.set(validUntil)
    expect((await check(software, key)).verdict.code).toBe('EXPIRED')
    const paid = await enterprise(await newSales(world), org)
    expect(await check(software, key)).toMatchObject({
      license: { key: paid.key },
      verdict: { code: 'NOT_ACTIVATED' },
    })
    expect((await activate(software, key)).key).toBe(paid.key)
  })
})

describe('activateLicense', () => {
  it('is once, and again the same', async () => {
    const { software, license } = await licensedSoftware(world)
    const first = await activate(software, license.key)
    world.clock.pass(60)
    expect(await activate(software, license.key)).toEqual(first)
    expect(await audited(software, license.id)).toEqual(['license.issue', 'license.activate'])
  })

  it('serves fifty installations at once with one license', async () => {
    const { org, license } = await licensedSoftware(world)
    const fifty = await Promise.all(Array.from({ length: 50 }, () => installedBy(org)))
    const answers = await Promise.all(fifty.map(software => activate(software, license.key)))
    expect(new Set(answers.map(answer => answer.key))).toEqual(new Set([license.key]))
    expect(await audited(org, license.id)).toEqual(['license.issue', 'license.activate'])
    const where = { organizationId: org.organization.id }
    expect(await world.db.license.count({ where })).toBe(1)
    expect(await world.db.installation.count({ where })).toBe(50)
  })

  it('refuses what is not in force, with the reason', async () => {
    const { software, license, sales } = await licensedSoftware(world)
    await suspendLicense(sales, { id: license.id, reason: 'why' })
    await expect(activate(software, license.key)).rejects.toMatchObject({
      reason: 'SUSPENDED',
      message: 'The license is suspended. Contact sales. why',
    })
    world.clock.set(license.validUntil)
    await expect(activate(software, license.key)).rejects.toMatchObject({ reason: 'EXPIRED' })
  })
})
