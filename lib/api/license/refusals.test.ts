import { describe, expect, it } from 'vitest'
import { REASONS } from '@/lib/licenses/reasons'
import { suspendLicense } from '@/lib/licenses/suspend'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { licenseCalls, newStatement } from '@/lib/testing/license-calls'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { inWaves } from '@/lib/testing/waves'

const world = testWorld()
const door = testDoor(world)

const statuses = Object.entries(REASONS).map(([reason, row]) => [reason, row.status])

/** Status and body of a refusal, whose shape is checked on the way. */
async function refusal(answer: Response | Promise<Response>) {
  const response = await answer
  const { status, headers } = response
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
    'application/json',
    'no-store',
  ])
  const body = await response.json()
  const code = status === 401 ? 422 : status
  expect(body).toEqual({ code, message: expect.stringMatching(/.\.$/), reason: expect.any(String) })
  expect(statuses).toContainEqual([body.reason, status])
  return { status, ...body }
}

describe('refusals of the license API', () => {
  it.each(['/v1/license/', '/scan/license/'])('of credentials under %s say 422 in the body', async prefix => {
    for (const authorization of ['', 'Bearer nothing', 'Basic eDp5']) {
      const response = await door.call(`${prefix}retrieve?org_id=x`, { headers: { authorization } })
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="writ", error="invalid_token"/)
      expect(await refusal(response)).toMatchObject({ status: 401, code: 422, reason: 'INVALID_TOKEN' })
    }
  })

  it('of a token without the scope say 422', async () => {
    const { bearer } = await licenseCalls(door, await newStatement(world.owner))
    const response = await door.call('/v1/license/retrieve', { headers: await bearer('openid') })
    expect(await refusal(response)).toMatchObject({ status: 422, code: 422, reason: 'INSUFFICIENT_SCOPE' })
  })

  it('take either license scope', async () => {
    const { bearer } = await licenseCalls(door, await newStatement(world.owner))
    const headers = await bearer('https://jans.io/oauth/jans-auth-server/config/license')
    expect(await refusal(door.call('/v1/license/retrieve', { headers }))).toMatchObject({
      reason: 'NO_LICENSE',
    })
  })

  it('name what is wrong with a body', async () => {
    const { post, bearer } = await licenseCalls(door, await newStatement(world.owner))
    const invalid = { status: 422, code: 422, reason: 'INVALID_REQUEST' }
    expect(await refusal(post('isActive', { licenseKey: 7, hardwareId: 'x' }))).toMatchObject({
      ...invalid,
      message: expect.stringContaining('licenseKey'),
    })
    for (const body of [{}, [], null, 'x', { licenseKey: 'a', hardwareId: null }])
      expect(await refusal(post('activate', body))).toMatchObject(invalid)
    expect(await refusal(post('trial', {}))).toMatchObject(invalid)
    const headers = { ...(await bearer()), 'content-type': 'application/json' }
    const broken = { method: 'POST', headers, body: '{' }
    expect(await refusal(door.call('/v1/license/trial', broken))).toMatchObject(invalid)
    const form = { method: 'POST', headers: await bearer(), body: new URLSearchParams({ hardwareId: 'x' }) }
    expect(await refusal(door.call('/v1/license/trial', form))).toMatchObject(invalid)
    const text = {
      ...broken,
      headers: { ...headers, 'content-type': 'text/plain' },
      body: '{"hardwareId":"x"}',
    }
    expect(await refusal(door.call('/v1/license/trial', text))).toMatchObject({
      ...invalid,
      message: 'Send the body as application/json.',
    })
    const large = { method: 'POST', headers, body: JSON.stringify({ hardwareId: 'x'.repeat(200_000) }) }
    expect(await refusal(door.call('/v1/license/trial', large))).toMatchObject({
      status: 413,
      reason: 'TOO_LARGE',
    })
  })

  it.each<[string, BodyInit]>([
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a letter of Latin-1', Buffer.from('{"hardwareId":"Z\xfcrich"}', 'latin1')],
    ['half a character', '{"hardwareId":"\\ud800"}'],
    ['U+0000', '{"hardwareId":"a\\u0000"}'],
    ['twenty-one levels', `{"hardwareId":${'['.repeat(21)}${']'.repeat(21)}}`],
    ['nothing', ''],
  ])('tell a body of %s', async (_name, body) => {
    const { bearer } = await licenseCalls(door, await newStatement(world.owner))
    const headers = { ...(await bearer()), 'content-type': 'application/json' }
    const response = door.call('/v1/license/trial', { method: 'POST', headers, body })
    expect(await refusal(response)).toMatchObject({ status: 422, reason: 'INVALID_REQUEST' })
  })

  it('of an access token that has expired or was revoked say so', async () => {
    const { bearer } = await licenseCalls(door, await newStatement(world.owner))
    const headers = await bearer()
    world.clock.pass(300)
    const invalid = { status: 401, code: 422, reason: 'INVALID_TOKEN' }
    expect(await refusal(door.call('/v1/license/retrieve', { headers }))).toMatchObject(invalid)
  })

  it('of a client that calls too often say when to come again', async () => {
    const { bearer } = await licenseCalls(door, await newStatement(await world.newOrganization()))
    const headers = await bearer()
    const answers = await inWaves(1250, () => door.call('/v1/license/nothing', { headers }))
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([404]))
    const asked = await inWaves(1250, () => door.call('/v1/license/retrieve', { headers }))
    const limited = asked.find(answer => answer.status === 429)
    expect(limited?.headers.get('retry-after')).toBe('60')
    expect(await refusal(limited ?? new Response())).toMatchObject({
      reason: 'RATE_LIMITED',
      message: 'Too many requests. Try again in a minute.',
    })
    world.clock.pass(60)
  })

  it('never come of how org_id is written', async () => {
    const org = await world.newOrganization()
    const id = 'Mail:Ada+Flex@example.org'
    await world.db.organization.update({
      where: { id: org.organization.id },
      data: { id, foldedId: id.toLowerCase() },
    })
    const { get } = await licenseCalls(door, await newStatement({ ...org, organization: { id, name: id } }))
    const own = [id, encodeURIComponent(id), id.toLowerCase(), '']
    for (const written of own)
      expect((await refusal(get(`retrieve?org_id=${written}`))).reason).toBe('NO_LICENSE')
    for (const written of ['100%', '%ff', 'Mail', `${id}x`])
      expect((await refusal(get(`retrieve?org_id=${written}`))).reason).toBe('WRONG_ORGANIZATION')
  })

  it('of a license that lies ahead tell its first day', async () => {
    world.clock.set(new Date('2027-01-15T12:00:00Z'))
    const org = await world.newOrganization()
    const terms = { validFrom: '2027-02-01T00:00:00Z', validUntil: '2028-02-01T00:00:00Z' }
    const { key } = await enterprise(await newSales(world), org, terms)
    const { get, post } = await licenseCalls(door, await newStatement(org))
    const ahead = { status: 409, reason: 'NOT_STARTED', message: expect.stringContaining('February 1, 2027') }
    expect(await refusal(get('retrieve'))).toMatchObject(ahead)
    const hardwareId = org.organization.id
    expect(await refusal(post('trial', { hardwareId }))).toMatchObject(ahead)
    expect(await refusal(post('activate', { licenseKey: key, hardwareId }))).toMatchObject(ahead)
  })

  it('name the members as they were sent, in words that may be shown', async () => {
    const { get, post } = await licenseCalls(door, await newStatement(world.owner))
    const long = 'x'.repeat(501)
    const said = async (answer: Promise<Response>) => (await refusal(answer)).message
    expect(await said(get(`retrieve?org_id=${long}`))).toBe('org_id: Use at most 500 characters.')
    expect(await said(get(`document?org_id=${long}`))).toBe('org_id: Use at most 500 characters.')
    const key = post('activate', { licenseKey: long, hardwareId: 'x' })
    expect(await said(key)).toBe('licenseKey: Use at most 100 characters.')
    const nameless = post('trial', { hardwareId: 'x', productCode: '' })
    expect(await said(nameless)).toBe('productCode: Name a product, or leave it out.')
  })

  it('of keys, organizations, products and hosts say which it was', async () => {
    const { get, post } = await licenseCalls(door, await newStatement(world.owner))
    const hardwareId = world.owner.organization.id
    const unknown = post('isActive', { licenseKey: 'H3VG-RK73-GS6J-Y6AD', hardwareId })
    expect(await refusal(unknown)).toMatchObject({ status: 404, code: 404, reason: 'UNKNOWN_KEY' })
    const of = async (path: string) => (await refusal(get(path))).reason
    expect(await of('retrieve?org_id=github:somebody')).toBe('WRONG_ORGANIZATION')
    expect(await of('fetch?productCode=gluu5&fqdn=a')).toBe('UNKNOWN_PRODUCT')
    expect(await of('fetch?productCode=gluu4')).toBe('HOST_REQUIRED')
    expect(await of('fetch?productCode=gluu4&fqdn=a%00b')).toBe('INVALID_REQUEST')
    expect(await refusal(post('trial', { hardwareId: 'github:x' }))).toMatchObject({ code: 422 })
    expect(await refusal(post('trial', { hardwareId, productCode: 'gluu4' }))).toMatchObject({
      code: 409,
      reason: 'NO_TRIAL',
    })
  })

  it('of a suspended license tell the reason that sales gave', async () => {
    const org = await world.newOrganization()
    const sales = await newSales(world)
    const { id, key } = await enterprise(sales, org)
    await suspendLicense(sales, { id, reason: 'Invoice 9 is unpaid.' })
    const { get, post } = await licenseCalls(door, await newStatement(org))
    expect(await refusal(get('retrieve'))).toMatchObject({
      status: 409,
      reason: 'SUSPENDED',
      message: expect.stringContaining('Invoice 9 is unpaid.'),
    })
    const check = await post('isActive', { licenseKey: key, hardwareId: org.organization.id })
    expect(await check.json()).toMatchObject({
      license_active: false,
      is_expired: false,
      reason: 'SUSPENDED',
    })
  })

  it('of paths and verbs have the same shape', async () => {
    for (const path of ['/v1/license/nothing', '/v1/license/', '/v1/license', '/scan/license?org_id=x'])
      expect(await refusal(door.call(path))).toMatchObject({ status: 404, code: 404, reason: 'NOT_FOUND' })
    const wrong = await door.call('/scan/license/trial')
    expect(wrong.headers.get('allow')).toBe('OPTIONS, POST')
    expect(await refusal(wrong)).toMatchObject({ status: 405, reason: 'WRONG_METHOD' })
  })

  it('stop with the statement: a revoked one ends the tokens of its clients', async () => {
    const org = await world.newOrganization()
    const { bearer } = await licenseCalls(door, await newStatement(org))
    const headers = await bearer()
    await world.db.ssa.updateMany({
      where: { organizationId: org.organization.id },
      data: { status: 'REVOKED', heldName: null },
    })
    expect(await refusal(door.call('/v1/license/retrieve', { headers }))).toMatchObject({
      status: 401,
      code: 422,
    })
  })
})
