import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import type { ClientCtx, Ctx } from '@/lib/context'
import { apiClient } from '@/lib/testing/api-client'
import { testWorld } from '@/lib/testing/context'
import { createSsa } from './create'
import { fetchSsaJwt } from './fetch-jwt'
import { findSsas, MOST } from './find'
import { issueSsa } from './issue'
import { findSsasSchema } from './request-schema'
import { revokeMatchingSsas } from './revoke-matching'
import { issueSsaSchema } from './schema'
import { validateSsa } from './validate'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')
const ofPlatform = () => apiClient(world.operator, 'admin')
const find = async (ctx: Ctx, query = {}) => (await findSsas(ctx, findSsasSchema.parse(query))).list
const auditOf = (objectId: string, action: string) =>
  world.db.auditEvent.findMany({ where: { objectId, action } })

/** A new statement of this client: its id and its JWT. */
async function create(client: ClientCtx, body = {}) {
  const { ssa } = await createSsa(client, body)
  return { ssa, jti: String(decodeJwt(ssa).jti) }
}

describe('findSsas', () => {
  it('tells a statement as Janssen does, with two different issuers', async () => {
    const client = ofOrganization()
    const iat = Math.floor(world.clock.now().getTime() / 1000)
    const { jti } = await create(client, {
      software_id: 'app',
      expiration: iat + 60,
      lifetime: 5,
      description: 'd',
    })
    expect(await find(client, { jti })).toEqual([
      {
        ssa: {
          jti,
          iss: world.owner.issuer,
          iat,
          exp: iat + 60,
          org_id: world.owner.organization.id,
          software_id: 'app',
          software_roles: [],
          grant_types: [],
          description: 'd',
          one_time_use: true,
          rotate_ssa: true,
          lifetime: 5,
        },
        iss: client.actor.clientId,
        created_at: iat,
        expiration: iat + 60,
        status: 'ACTIVE',
      },
    ])
  })

  it('leaves lifetime out when there is none, and names the portal for what a person created', async () => {
    const { jti } = await issueSsa(world.owner, issueSsaSchema.parse({ softwareId: 'By hand' }))
    const [one] = await find(ofOrganization(), { jti })
    expect(one).toMatchObject({ iss: 'portal', ssa: { software_id: 'By hand' } })
    expect(one).not.toHaveProperty('ssa.lifetime')
  })

  it('filters by organization and id, both or none, and finds nothing for what cannot be', async () => {
    const org = await world.newOrganization()
    const client = apiClient(org, 'admin')
    const { jti } = await create(client)
    await create(client)
    const org_id = org.organization.id
    expect(await find(client)).toHaveLength(2)
    expect(await find(client, { org_id: org_id.toUpperCase() })).toHaveLength(2)
    expect(await find(client, { org_id, jti })).toHaveLength(1)
    expect(await find(ofPlatform(), { org_id, jti })).toHaveLength(1)
    for (const query of [
      { jti: '' },
      { jti: 'x' },
      { org_id: '' },
      { org_id: 'nobody', jti },
      { jti: crypto.randomUUID() },
    ])
      expect(await find(client, query)).toEqual([])
  })

  it('shows live statements unless others are asked for', async () => {
    const client = apiClient(await world.newOrganization(), 'admin')
    const live = await create(client)
    const expired = await create(client, { expiration: 1000000000 })
    const revoked = await create(client)
    const used = await create(client)
    await revokeMatchingSsas(client, { jti: revoked.jti })
    await validateSsa(client, used.jti)
    for (const [status, { jti }] of Object.entries({
      active: live,
      EXPIRED: expired,
      REVOKED: revoked,
      USED: used,
    })) {
      const found = await find(client, { status })
      expect(found).toMatchObject([{ ssa: { jti }, status: status.toUpperCase() }])
    }
    expect(await find(client)).toHaveLength(1)
    expect(await find(client, { jti: expired.jti })).toEqual([])
    expect(await find(client, { jti: expired.jti, status: 'EXPIRED' })).toHaveLength(1)
  })

  it('shows a developer what it created, and a reader all of its organization', async () => {
    const org = await world.newOrganization()
    const [admin, developer] = [apiClient(org, 'admin'), apiClient(org, 'developer')]
    const { jti } = await create(admin)
    await create(
      { ...developer, actor: { ...developer.actor, scopes: admin.actor.scopes } },
      { software_id: 'mine' },
    )
    expect(await find(developer)).toMatchObject([
      { iss: developer.actor.clientId, ssa: { software_id: 'mine' } },
    ])
    expect(await find(developer, { jti })).toEqual([])
    expect(await find(apiClient(org, 'portal'))).toHaveLength(2)
    expect(await find(apiClient(org, 'portal', 'developer'))).toHaveLength(2)
    await expect(find(apiClient(org))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('never shows another organization', async () => {
    const { jti } = await create(ofOrganization())
    const stranger = apiClient(world.stranger, 'admin')
    expect(await find(stranger, { jti })).toEqual([])
    expect(await find(stranger, { org_id: world.owner.organization.id })).toEqual([])
    expect(await find(stranger)).toEqual([])
  })

  it('gives a long list in parts that follow each other', async () => {
    const org = await world.newOrganization()
    const client = apiClient(org, 'admin')
    const { jti } = await create(client)
    const { jti: _one, ...row } = await world.db.ssa.findUniqueOrThrow({ where: { jti } })
    const copies = Array.from({ length: MOST }, () => ({
      ...row,
      customAttributes: {},
      jti: crypto.randomUUID(),
    }))
    await world.db.ssa.createMany({ data: copies })
    const first = await findSsas(client, findSsasSchema.parse({}))
    const rest = await findSsas(client, findSsasSchema.parse({ after: first.next }))
    expect([first.list.length, rest.list.length, rest.next]).toEqual([MOST, 1, null])
    expect(first.list).not.toContainEqual(rest.list[0])
  })
})

describe('fetchSsaJwt', () => {
  it('gives the bytes that were issued, burns nothing, and leaves an audit row', async () => {
    const client = ofOrganization()
    const { jti, ssa } = await create(client)
    expect(await fetchSsaJwt(client, { jti })).toEqual({ ssa })
    expect(await fetchSsaJwt(client, { jti })).toEqual({ ssa })
    expect(await auditOf(jti, 'ssa.reveal')).toMatchObject([{ actorId: client.actor.clientId }, {}])
  })

  it.each(['portal', 'developer'] as const)('is not for the %s scope', async scope => {
    const { jti } = await create(ofOrganization())
    await expect(fetchSsaJwt(apiClient(world.owner, scope), { jti })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('finds neither another organization’s, nor one that is over, nor what is no id', async () => {
    const client = ofOrganization()
    const { jti } = await create(client)
    const expired = await create(client, { expiration: 1000000000 })
    const refused = { code: 'NOT_FOUND' }
    await expect(fetchSsaJwt(apiClient(world.stranger, 'admin'), { jti })).rejects.toMatchObject(refused)
    await expect(fetchSsaJwt(client, expired)).rejects.toMatchObject(refused)
    await expect(fetchSsaJwt(client, { jti: "' OR 1=1 --" })).rejects.toMatchObject(refused)
    await revokeMatchingSsas(client, { jti })
    await expect(fetchSsaJwt(client, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('validateSsa', () => {
  it('says yes to a reusable statement as often as it is asked, and writes nothing', async () => {
    const { jti } = await create(ofOrganization(), { one_time_use: false })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: false })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: false })
    expect(await auditOf(jti, 'ssa.use')).toEqual([])
  })

  it('uses a one-time statement up, and the audit row names the address', async () => {
    const { jti } = await create(ofOrganization())
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: true })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: false, code: 'INVALID_JTI' })
    expect(await world.db.ssa.findUnique({ where: { jti } })).toMatchObject({
      status: 'USED',
      usedAt: world.clock.now(),
    })
    expect(await auditOf(jti, 'ssa.use')).toMatchObject([
      { organizationId: world.owner.organization.id, address: '192.0.2.1', before: { status: 'ACTIVE' } },
    ])
  })

  it('frees the name that a used statement of the portal held', async () => {
    const input = issueSsaSchema.parse({ softwareId: 'Once', oneTimeUse: true })
    const { jti } = await issueSsa(world.owner, input)
    await validateSsa(world.operator, jti)
    await expect(issueSsa(world.owner, input)).resolves.toMatchObject({ status: 'ACTIVE' })
  })

  it('has one winner among parallel callers', async () => {
    const { jti } = await create(ofOrganization())
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => validateSsa(world.operator, jti)))
    expect(verdicts.filter(verdict => verdict.valid)).toHaveLength(1)
    expect(await auditOf(jti, 'ssa.use')).toHaveLength(1)
  })

  it('says no to what is revoked, expired, unknown or no id', async () => {
    const client = ofOrganization()
    const revoked = await create(client)
    await revokeMatchingSsas(client, { jti: revoked.jti })
    const expired = await create(client, { expiration: 1000000000 })
    const ids = [revoked.jti, expired.jti, crypto.randomUUID(), '', 'x', '../..', '%00', 'a'.repeat(10_000)]
    for (const jti of ids) expect(await validateSsa(world.operator, jti)).toMatchObject({ valid: false })
  })
})

describe('revokeMatchingSsas', () => {
  it('revokes one by its id, once, with its audit row', async () => {
    const client = ofOrganization()
    const { jti } = await create(client)
    expect(await revokeMatchingSsas(client, { jti })).toEqual({ revoked: 1 })
    expect(await revokeMatchingSsas(client, { jti })).toEqual({ revoked: 0 })
    expect(await auditOf(jti, 'ssa.revoke')).toMatchObject([
      {
        actorId: client.actor.clientId,
        organizationId: world.owner.organization.id,
        after: { status: 'REVOKED' },
      },
    ])
  })

  it('revokes all of an organization, expired ones too, and none of another', async () => {
    const org = await world.newOrganization()
    const client = apiClient(org, 'admin')
    await create(client)
    await create(client, { expiration: 1000000000 })
    await validateSsa(client, (await create(client)).jti)
    const other = await create(ofOrganization())
    expect(await revokeMatchingSsas(ofPlatform(), { org_id: org.organization.id })).toEqual({ revoked: 2 })
    expect(await find(ofOrganization(), { jti: other.jti })).toHaveLength(1)
  })

  it('wants both filters to fit when both are given', async () => {
    const { jti } = await create(ofOrganization())
    const { id: org_id } = world.stranger.organization
    expect(await revokeMatchingSsas(ofPlatform(), { jti, org_id })).toEqual({ revoked: 0 })
  })

  it('does not reach another organization', async () => {
    const { jti } = await create(ofOrganization())
    const stranger = apiClient(world.stranger, 'admin')
    expect(await revokeMatchingSsas(stranger, { jti })).toEqual({ revoked: 0 })
    expect(await revokeMatchingSsas(stranger, { org_id: world.owner.organization.id })).toEqual({
      revoked: 0,
    })
    expect(await find(ofOrganization(), { jti })).toHaveLength(1)
  })

  it.each(['portal', 'developer'] as const)('is not for the %s scope', async scope => {
    const { jti } = await create(ofOrganization())
    const refused = revokeMatchingSsas(apiClient(world.owner, scope), { jti })
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
