import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { licenseCalls, newStatement } from '@/lib/testing/license-calls'
import { enterprise, newSales } from '@/lib/testing/licensing'

const world = testWorld()
const door = testDoor(world)
const PREFIXES = ['/v1/license', '/scan/license']

async function installed(org: OrgCtx) {
  const calls = await licenseCalls(door, await newStatement(org))
  return { ...calls, hardwareId: org.organization.id }
}

/** Status and body of an answer that is 200, whose headers are checked on the way. */
async function ok(response: Promise<Response>) {
  const { status, headers } = await response
  expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
    200,
    'application/json',
    'no-store',
  ])
  return (await response).json()
}

describe('a trial over the license API', () => {
  it('goes as installed software wants it, with whole bodies', async () => {
    world.clock.set(new Date('2026-12-01T10:00:00Z'))
    const org = await world.newOrganization()
    const { get, post, hardwareId } = await installed(org)
    const none = await get(`retrieve?org_id=${hardwareId}`)
    expect(none.status).toBe(402)
    expect(await none.json()).toEqual({ code: 402, message: 'Payment Required.', reason: 'NO_LICENSE' })

    const { license: licenseKey, ...nothing } = await ok(post('trial', { hardwareId }))
    expect(licenseKey).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    expect(nothing).toEqual({})
    const state = {
      license_key: licenseKey,
      license_active: false,
      active: false,
      is_expired: false,
      license_type: 'time-limited',
      validity_period: '2026-12-31T10:00:00Z',
      max_activations: 0,
      product_details: { product_name: 'Gluu Admin UI', short_code: 'adminui001' },
      customer: { company_name: '', email: 'trial_request', first_name: '', last_name: '' },
      custom_fields: [{ name: 'mau_threshold', value: '1000' }],
      reason: 'NOT_ACTIVATED',
    }
    expect(await ok(post('isActive', { licenseKey, hardwareId }))).toEqual(state)
    const active = { ...state, license_active: true, active: true, reason: 'VALID' }
    expect(await ok(post('activate', { licenseKey: `"${licenseKey}"`, hardwareId }))).toEqual(active)
    expect(await ok(post('isActive', { licenseKey, hardwareId }))).toEqual(active)
    expect(await ok(get(`retrieve?org_id=${hardwareId}`))).toEqual({ licenseKey, mauThreshold: 1000 })
    expect(await ok(post('trial', { hardwareId }))).toEqual({ license: licenseKey })
    expect(await ok(post('activate', { licenseKey, hardwareId }))).toEqual(active)
  })

  it('ends: isActive tells it, retrieve is 402, and another trial is refused with the known sentence', async () => {
    const { get, post, hardwareId } = await installed(await world.newOrganization())
    const { license: licenseKey } = await ok(post('trial', { hardwareId }))
    await ok(post('activate', { licenseKey, hardwareId }))
    world.clock.pass(30 * DAY_SECONDS)
    expect(await ok(post('isActive', { licenseKey, hardwareId }))).toMatchObject({
      license_active: true,
      is_expired: true,
      active: false,
      reason: 'EXPIRED',
    })
    const retrieve = await get(`retrieve?org_id=${hardwareId}`)
    expect([retrieve.status, await retrieve.json()]).toEqual([
      402,
      { code: 402, message: 'License validity period has expired.', reason: 'EXPIRED' },
    ])
    const trial = await post('trial', { hardwareId })
    expect([trial.status, await trial.json()]).toEqual([
      409,
      { code: 409, message: 'License validity period has expired.', reason: 'TRIAL_USED' },
    ])
    const never = await installed(await world.newOrganization())
    const { license: unused } = await ok(never.post('trial', { hardwareId: never.hardwareId }))
    world.clock.pass(30 * DAY_SECONDS)
    expect(
      await ok(never.post('isActive', { licenseKey: unused, hardwareId: never.hardwareId })),
    ).toMatchObject({ license_active: false, is_expired: true, active: false, reason: 'EXPIRED' })
    const activate = await post('activate', { licenseKey, hardwareId })
    expect([activate.status, (await activate.json()).reason]).toEqual([402, 'EXPIRED'])
  })
})

describe('a paid license over the license API', () => {
  it.each(PREFIXES)('is fetched, activated and checked under %s', async prefix => {
    const org = await world.newOrganization()
    const customer = { company: 'Acme', email: 'ada@acme.example', firstName: 'Ada', lastName: 'Byron' }
    const { key } = await enterprise(await newSales(world), org, {
      mauThreshold: 1600,
      validUntil: '2040-06-30T23:59:59Z',
      customer,
    })
    const { get, post, hardwareId } = await installed(org)
    expect(await ok(get(`${prefix}/retrieve?org_id=${hardwareId}`))).toEqual({
      licenseKey: key,
      mauThreshold: 1600,
    })
    const body = { licenseKey: key, hardwareId }
    expect(await ok(post(`${prefix}/activate`, body))).toMatchObject({ license_key: key, active: true })
    expect(await ok(post(`${prefix}/isActive`, body))).toMatchObject({
      license_type: 'subscription',
      validity_period: '2040-06-30T23:59:59Z',
      customer: { company_name: 'Acme', email: 'ada@acme.example', first_name: 'Ada', last_name: 'Byron' },
      custom_fields: [{ name: 'mau_threshold', value: '1600' }],
    })
    expect(await ok(post(`${prefix}/trial`, { hardwareId }))).toEqual({ license: key })
  })

  it('answers fifty installations that activate at once, each with 200 and the same key', async () => {
    const org = await world.newOrganization()
    const { key } = await enterprise(await newSales(world), org)
    const statement = await newStatement(org)
    const body = { licenseKey: key, hardwareId: org.organization.id }
    const fifty = await Promise.all(Array.from({ length: 50 }, () => licenseCalls(door, statement)))
    const answers = await Promise.all(fifty.map(({ post }) => ok(post('activate', body))))
    expect(new Set(answers.map(answer => answer.license_key))).toEqual(new Set([key]))
    const where = { organizationId: org.organization.id }
    expect(await world.db.license.count({ where })).toBe(1)
    expect(await world.db.auditEvent.count({ where: { ...where, action: 'license.activate' } })).toBe(1)
    expect(await world.db.installation.count({ where })).toBe(50)
  })
})

describe('the Gluu Server 4 trio', () => {
  it.each(PREFIXES)('fetches, checks and activates the license of a host under %s', async prefix => {
    const org = await world.newOrganization()
    const fqdn = 'id.example.org'
    const { key } = await enterprise(await newSales(world), org, { productCode: 'gluu4', fqdn })
    const { get, post, hardwareId: orgId } = await installed(org)
    const query = new URLSearchParams({ org_id: orgId, productCode: 'gluu4', fqdn })
    const state = {
      licenseKey: key,
      license_key: key,
      mauThreshold: 5000,
      product_details: { product_name: 'Gluu Server 4', short_code: 'gluu4' },
    }
    expect(await ok(get(`${prefix}/fetch?${query}`))).toMatchObject({ ...state, active: false })
    const body = { licenseKey: key, hardwareId: fqdn, productCode: 'gluu4' }
    expect(await ok(post(`${prefix}/check`, body))).toMatchObject({ ...state, reason: 'NOT_ACTIVATED' })
    expect(await ok(post(`${prefix}/activation`, body))).toMatchObject({ ...state, active: true })
    expect(await ok(post(`${prefix}/check`, body))).toMatchObject({ ...state, reason: 'VALID' })
  })
})
