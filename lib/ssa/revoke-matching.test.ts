import { describe, expect, it } from 'vitest'
import { apiClient } from '@/lib/testing/api-client'
import { auditRows } from '@/lib/testing/audit'
import { createFor, findFor, manyLike } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { revokeMatchingSsas } from './revoke-matching'
import { validateSsa } from './validate'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')
const ofPlatform = () => apiClient(world.operator, 'admin')

describe('revokeMatchingSsas', () => {
  it('revokes one by its id, once, with its audit row', async () => {
    const client = ofOrganization()
    const { jti } = await createFor(client)
    expect(await revokeMatchingSsas(client, { jti })).toEqual({ revoked: 1 })
    expect(await revokeMatchingSsas(client, { jti })).toEqual({ revoked: 0 })
    expect(await auditRows(world, jti, 'ssa.revoke')).toMatchObject([
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
    await createFor(client)
    await createFor(client, { expiration: 1000000000 })
    await validateSsa(client, (await createFor(client)).jti)
    const other = await createFor(ofOrganization())
    expect(await revokeMatchingSsas(ofPlatform(), { org_id: org.organization.id })).toEqual({ revoked: 2 })
    expect(await findFor(ofOrganization(), { jti: other.jti })).toHaveLength(1)
  })

  it('revokes ten thousand in one go, each with an audit row of its own', async () => {
    const org = await world.newOrganization()
    await manyLike(org, 10_000)
    const live = { organizationId: org.organization.id, status: 'ACTIVE' as const }
    expect(await revokeMatchingSsas(ofPlatform(), { org_id: org.organization.id })).toEqual({
      revoked: 10_000,
    })
    expect(await world.db.ssa.count({ where: live })).toBe(0)
    const told = await world.db.auditEvent.findMany({
      where: { organizationId: org.organization.id, action: 'ssa.revoke' },
      select: { objectId: true, objectName: true },
    })
    expect(new Set(told.map(row => row.objectId)).size).toBe(10_000)
    expect(told.every(row => row.objectName === 'one of many')).toBe(true)
  })

  it('counts each statement once among parallel calls', async () => {
    const org = await world.newOrganization()
    await manyLike(org, 100)
    const { id: org_id } = org.organization
    const calls = Array.from({ length: 8 }, () => revokeMatchingSsas(ofPlatform(), { org_id }))
    const counts = (await Promise.all(calls)).map(({ revoked }) => revoked)
    expect(counts.reduce((sum, count) => sum + count)).toBe(100)
    const audited = { organizationId: org_id, action: 'ssa.revoke' }
    expect(await world.db.auditEvent.count({ where: audited })).toBe(100)
  })

  it('wants both filters to fit when both are given', async () => {
    const { jti } = await createFor(ofOrganization())
    const { id: org_id } = world.stranger.organization
    expect(await revokeMatchingSsas(ofPlatform(), { jti, org_id })).toEqual({ revoked: 0 })
  })

  it('does not reach another organization', async () => {
    const { jti } = await createFor(ofOrganization())
    const stranger = apiClient(world.stranger, 'admin')
    expect(await revokeMatchingSsas(stranger, { jti })).toEqual({ revoked: 0 })
    expect(await revokeMatchingSsas(stranger, { org_id: world.owner.organization.id })).toEqual({
      revoked: 0,
    })
    expect(await findFor(ofOrganization(), { jti })).toHaveLength(1)
  })

  it.each(['portal', 'developer'] as const)('is not for the %s scope', async scope => {
    const { jti } = await createFor(ofOrganization())
    const refused = revokeMatchingSsas(apiClient(world.owner, scope), { jti })
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
