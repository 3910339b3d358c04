import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { publishedKeys, publishedLicenseKeys } from '@/lib/keys/published'
import { rotateKeys } from '@/lib/keys/rotate'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { licenseCalls, newStatement } from '@/lib/testing/license-calls'
import { licensed } from '@/lib/testing/licensing'
import { licenseDocument } from './document'
import { revokeLicense } from './revoke'
import { retrieveLicenseSchema } from './schema'
import { suspendLicense } from './suspend'

const world = testWorld()
const door = testDoor(world)
const document = (ctx: OrgCtx, input: object = {}) => licenseDocument(ctx, retrieveLicenseSchema.parse(input))

async function verify(jwt: string) {
  const keys = createLocalJWKSet(await publishedLicenseKeys(world.db, world.clock))
  return jwtVerify(jwt, keys, { algorithms: ['ES256'], typ: 'license+jwt', currentDate: world.clock.now() })
}

describe('licenseDocument', () => {
  it('says what is licensed, in a JWT that the published keys verify, and leaves an audit row', async () => {
    const { org, license } = await licensed(world, { mauThreshold: 12_000 })
    const { jwt, fileName } = await document(org)
    const { payload, protectedHeader } = await verify(jwt)
    const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
    expect(protectedHeader).toEqual({
      typ: 'license+jwt',
      alg: 'ES256',
      kid: expect.stringMatching(/^license_/),
    })
    expect(payload).toEqual({
      iss: org.issuer,
      sub: org.organization.id,
      jti: expect.any(String),
      iat: seconds(world.clock.now()),
      nbf: seconds(license.validFrom),
      exp: seconds(license.validUntil),
      org_id: org.organization.id,
      org_name: org.organization.name,
      license_key: license.key,
      license_type: 'subscription',
      product_code: 'adminui001',
      product_name: 'Gluu Admin UI',
      mau_threshold: 12_000,
    })
    expect(fileName).toBe(`license-adminui001-${license.key}.jwt`)
    expect((await audited(org, license.id)).at(-1)).toBe('license.document')
  })

  it('is made for licenses in force alone', async () => {
    const { org, sales, license } = await licensed(world)
    await suspendLicense(sales, { id: license.id, reason: 'unpaid' })
    await expect(document(org)).rejects.toMatchObject({ reason: 'SUSPENDED' })
    await revokeLicense(sales, { id: license.id, reason: 'fraud' })
    await expect(document(org)).rejects.toMatchObject({ reason: 'REVOKED' })
    const over = await licensed(world)
    world.clock.set(over.license.validUntil)
    await expect(document(over.org)).rejects.toMatchObject({ reason: 'EXPIRED' })
    const now = world.clock.now().getTime()
    const ahead = { validFrom: new Date(now + 3600_000), validUntil: new Date(now + 7200_000) }
    await expect(document((await licensed(world, ahead)).org)).rejects.toMatchObject({
      reason: 'NOT_STARTED',
    })
    await expect(document(await world.newOrganization())).rejects.toMatchObject({ reason: 'NO_LICENSE' })
  })

  it('is for owners and admins, of their own organization', async () => {
    await expect(document(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { org } = await licensed(world)
    const other = { organizationId: org.organization.id }
    await expect(document(world.owner, other)).rejects.toMatchObject({ reason: 'WRONG_ORGANIZATION' })
  })

  it('names the host of a license per host', async () => {
    const { org } = await licensed(world, { productCode: 'gluu4', fqdn: 'id.example.org' })
    const { jwt } = await document(org, { productCode: 'gluu4', fqdn: 'ID.example.org' })
    expect((await verify(jwt)).payload.fqdn).toBe('id.example.org')
  })

  it('keeps its key published until it expires, whatever rotates', async () => {
    await rotateKeys(world.operator, { purpose: 'LICENSE' })
    const { org } = await licensed(world, { validUntil: daysAfter(world.clock.now(), 90) })
    const { jwt } = await document(org)
    const { retired } = await rotateKeys(world.operator, { purpose: 'LICENSE' })
    expect(decodeProtectedHeader(jwt).kid).toBe(retired)
    world.clock.pass(89 * DAY_SECONDS)
    await expect(verify(jwt)).resolves.toBeDefined()
    world.clock.pass(2 * DAY_SECONDS)
    const { keys } = await publishedLicenseKeys(world.db, world.clock)
    expect(keys.map(key => key.kid)).not.toContain(retired)
  })

  it('has keys of its own, which sign neither statements nor tokens', async () => {
    const [license, others] = await Promise.all([
      publishedLicenseKeys(world.db, world.clock),
      publishedKeys(world.db, world.clock),
    ])
    expect(license.keys.length).toBeGreaterThan(1)
    const kids = new Set(others.keys.map(key => key.kid))
    for (const key of license.keys) expect(kids).not.toContain(key.kid)
  })
})

describe('the license document over HTTP', () => {
  it('comes as application/jwt to installed software, and its keys to everybody', async () => {
    const { org } = await licensed(world)
    const calls = await licenseCalls(door, await newStatement(org))
    const response = await calls.get(`document?org_id=${org.organization.id}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/jwt')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const published = await door.call('/v1/license/jwks')
    expect(published.headers.get('cache-control')).toBe('public, max-age=300')
    const keys = createLocalJWKSet(await published.json())
    await expect(
      jwtVerify(await response.text(), keys, { currentDate: world.clock.now() }),
    ).resolves.toBeDefined()
  })

  it('is refused as every call is', async () => {
    const calls = await licenseCalls(door, await newStatement(await world.newOrganization()))
    const response = await calls.get('document')
    expect([response.status, (await response.json()).reason]).toEqual([402, 'NO_LICENSE'])
  })

  it('passes neither for an access token nor for a statement', async () => {
    const { org } = await licensed(world)
    const { jwt } = await document(org)
    const headers = { authorization: `Bearer ${jwt}` }
    expect((await door.call('/v1/license/retrieve', { headers })).status).toBe(401)
    const register = await door.call('/jans-auth/restv1/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ software_statement: jwt }),
    })
    expect([register.status, (await register.json()).error]).toEqual([400, 'invalid_software_statement'])
  })
})
