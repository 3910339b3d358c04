import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { DAY_SECONDS } from '@/lib/days'
import { publishedKeys } from '@/lib/keys/published'
import { apiClient } from '@/lib/testing/api-client'
import { testWorld } from '@/lib/testing/context'
import { createSsa } from './create'
import { findSsas } from './find'
import { issueSsa } from './issue'
import { issueSsaSchema } from './schema'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')
const ofPlatform = () => apiClient(world.operator, 'admin')
const now = () => Math.floor(world.clock.now().getTime() / 1000)

describe('createSsa', () => {
  it('issues a statement whose JWT verifies and carries exactly the documented claims', async () => {
    const client = ofOrganization()
    const { ssa } = await createSsa(client, {
      org_id: world.owner.organization.id,
      software_id: 'gluu-scan-api',
      software_roles: ['passwurd'],
      grant_types: ['client_credentials'],
      description: 'Never in the JWT',
      expiration: now() + DAY_SECONDS,
      one_time_use: false,
      rotate_ssa: false,
      lifetime: 600,
    })
    const keys = createLocalJWKSet(await publishedKeys(world.db, world.clock))
    const { payload } = await jwtVerify(ssa, keys)
    expect(payload).toEqual({
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iss: world.owner.issuer,
      iat: now(),
      exp: now() + DAY_SECONDS,
      org_id: world.owner.organization.id,
      software_id: 'gluu-scan-api',
      software_roles: ['passwurd'],
      grant_types: ['client_credentials'],
      lifetime: 600,
    })
  })

  it('fills in what an empty request leaves out, as Janssen does', async () => {
    const client = ofOrganization()
    const { ssa } = await createSsa(client, {})
    const { jti, ...claims } = decodeJwt(ssa)
    expect(claims).toEqual({
      iss: world.owner.issuer,
      iat: now(),
      exp: now() + 30 * DAY_SECONDS,
      org_id: world.owner.organization.id,
      software_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      software_roles: [],
      grant_types: [],
    })
    const row = await world.db.ssa.findUniqueOrThrow({ where: { jti: String(jti) } })
    expect(row).toMatchObject({
      oneTimeUse: true,
      rotateSsa: true,
      lifetime: null,
      description: '',
      heldName: null,
      issuedById: null,
      issuedByClient: client.actor.clientId,
      issuedByName: client.actor.name,
    })
  })

  it('writes one audit row that names the client', async () => {
    const client = ofOrganization()
    const { jti } = decodeJwt((await createSsa(client, {})).ssa)
    const rows = await world.db.auditEvent.findMany({ where: { objectId: String(jti) } })
    expect(rows).toMatchObject([
      {
        action: 'ssa.issue',
        actorKind: 'client',
        actorId: client.actor.clientId,
        organizationId: world.owner.organization.id,
        requestId: client.requestId,
        address: '192.0.2.1',
        at: world.clock.now(),
      },
    ])
  })

  it.each(['portal', 'developer'] as const)('is not for a client with the %s scope only', async scope => {
    const before = await world.db.ssa.count()
    await expect(createSsa(apiClient(world.owner, scope), {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.db.ssa.count()).toBe(before)
  })

  it('is not for people: they issue in the portal', async () => {
    await expect(createSsa(world.owner, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('keeps a client of an organization to that organization, in any spelling of its id', async () => {
    const foreign = createSsa(ofOrganization(), { org_id: world.stranger.organization.id })
    await expect(foreign).rejects.toMatchObject({ code: 'INVALID', fields: { org_id: /only/ } })
    const { ssa } = await createSsa(ofOrganization(), { org_id: world.owner.organization.id.toUpperCase() })
    expect(decodeJwt(ssa).org_id).toBe(world.owner.organization.id)
  })

  it('issues for the platform when a platform client names no organization', async () => {
    const [first, second] = await Promise.all([createSsa(ofPlatform(), {}), createSsa(ofPlatform(), {})])
    expect([decodeJwt(first.ssa).org_id, decodeJwt(second.ssa).org_id]).toEqual([
      'org:platform',
      'org:platform',
    ])
  })

  it('makes an external organization that only a platform client names, once, with its audit row', async () => {
    const org_id = `Acme-${crypto.randomUUID()}`
    const tries = await Promise.all(Array.from({ length: 5 }, () => createSsa(ofPlatform(), { org_id })))
    expect(tries.map(({ ssa }) => decodeJwt(ssa).org_id)).toEqual(Array(5).fill(org_id))
    expect(decodeJwt((await createSsa(ofPlatform(), { org_id: org_id.toLowerCase() })).ssa).org_id).toBe(
      org_id,
    )
    expect(await world.db.organization.findUnique({ where: { id: org_id } })).toMatchObject({
      kind: 'EXTERNAL',
      name: org_id,
    })
    const made = { action: 'organization.create', organizationId: org_id }
    expect(await world.db.auditEvent.count({ where: made })).toBe(1)
  })

  it('never gives two spellings of one id to parallel requests', async () => {
    const id = `Ümlaut ${crypto.randomUUID()}`
    const tries = await Promise.allSettled(
      [id, id.toUpperCase(), id.toLowerCase()].map(org_id => createSsa(ofPlatform(), { org_id })),
    )
    expect(tries.filter(one => one.status === 'fulfilled')).not.toHaveLength(0)
    expect(await world.db.organization.count({ where: { foldedId: id.toLowerCase() } })).toBe(1)
  })

  it('lets names repeat, also beside a live statement of the portal', async () => {
    const softwareId = 'Shared'
    await issueSsa(world.owner, issueSsaSchema.parse({ softwareId }))
    const client = ofOrganization()
    await createSsa(client, { software_id: softwareId })
    await createSsa(client, { software_id: softwareId })
    expect(await world.db.ssa.count({ where: { softwareId, issuedByClient: client.actor.clientId } })).toBe(2)
  })

  it.each([
    ['a number', 4102444800, 4102444800],
    ['digits', '4102444800', 4102444800],
    ['a fraction', 4102444800.9, 4102444800],
    ['the past', 1000000000, 1000000000],
  ])('takes an expiration that is %s', async (_what, expiration, exp) => {
    expect(decodeJwt((await createSsa(ofOrganization(), { expiration })).ssa).exp).toBe(exp)
  })

  it.each([0, -5, '-5', null])('takes the expiration %j for none', async expiration => {
    expect(decodeJwt((await createSsa(ofOrganization(), { expiration })).ssa).exp).toBe(
      now() + 30 * DAY_SECONDS,
    )
  })

  it('coerces a numeric org_id, and splits roles and grant types that come as text', async () => {
    const { ssa } = await createSsa(ofPlatform(), {
      org_id: 1,
      software_roles: 'password  notify',
      grant_types: 'client_credentials',
    })
    expect(decodeJwt(ssa)).toMatchObject({
      org_id: '1',
      software_roles: ['password', 'notify'],
      grant_types: ['client_credentials'],
    })
  })

  it.each([
    { lifetime: 0 },
    { lifetime: -1 },
    { lifetime: 1e12 },
    { lifetime: 1.5 },
    { lifetime: 'abc' },
    { lifetime: '3600' },
    { lifetime: true },
    { expiration: 'tomorrow' },
    { expiration: 1e12 },
    { expiration: [1] },
    { org_id: {} },
    { org_id: true },
    { org_id: 'a\0b' },
    { org_id: 'x'.repeat(201) },
    { software_id: 7 },
    { software_id: '\ud800' },
    { software_roles: 7 },
    { software_roles: ['ok', 7] },
    { software_roles: { license: true } },
    { grant_types: false },
    { description: ['a'] },
    { description: 'a'.repeat(4001) },
    { one_time_use: 'yes' },
    { rotate_ssa: 1 },
  ])('refuses %j and stores nothing', async body => {
    const before = await world.db.ssa.count()
    await expect(createSsa(ofPlatform(), body)).rejects.toThrow()
    expect(await world.db.ssa.count()).toBe(before)
  })

  it.each([[null], ['text'], [[]], [7]])('refuses a body that is %j', async body => {
    await expect(createSsa(ofOrganization(), body)).rejects.toThrow()
  })

  it('ignores members that it does not know, prototypes among them', async () => {
    const body = JSON.parse(
      '{"is_expirable":true,"expirationDate":null,"__proto__":{"lifetime":5},"jti":"x"}',
    )
    const { ssa } = await createSsa(ofOrganization(), body)
    expect(decodeJwt(ssa)).not.toHaveProperty('lifetime')
    expect(decodeJwt(ssa).jti).not.toBe('x')
  })

  it('keeps configured custom attributes, and makes claims of those that are to be claims', async () => {
    const ssaCustomAttributes = ['region', 'cleared', { name: 'fqdn', inJwt: true }]
    await setSsaConfiguration(world.operator, { ssaCustomAttributes })
    const client = ofOrganization()
    const { ssa } = await createSsa(client, {
      region: 'eu',
      fqdn: 'sso.example.com',
      cleared: '',
      other: 'x',
    })
    const { jti, ...claims } = decodeJwt(ssa)
    expect(claims).toMatchObject({ fqdn: 'sso.example.com' })
    expect(claims).not.toHaveProperty('region')
    expect(claims).not.toHaveProperty('other')
    const { list } = await findSsas(client, { jti: String(jti), status: 'ACTIVE' })
    expect(list).toMatchObject([{ ssa: { region: 'eu', fqdn: 'sso.example.com' } }])
    expect(list[0]).not.toHaveProperty(['ssa', 'cleared'])
    await expect(createSsa(client, { fqdn: 5 })).rejects.toMatchObject({
      code: 'INVALID',
      message: /^fqdn: /,
    })
  })

  it('takes the default expiration from the configuration', async () => {
    await setSsaConfiguration(world.operator, { ssaExpirationInDays: 7 })
    expect(decodeJwt((await createSsa(ofOrganization(), {})).ssa).exp).toBe(now() + 7 * DAY_SECONDS)
  })
})
