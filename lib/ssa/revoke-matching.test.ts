import { describe, expect, it } from 'vitest'
import { apiClient } from '@/lib/testing/api-client'
import { createFor, findFor } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { revokeMatchingSsas } from './revoke-matching'
import { validateSsa } from './validate'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')
const ofPlatform = () => apiClient(world.operator, 'admin')
const auditOf = (objectId: string, action: string) =>
  world.db.auditEvent.findMany({ where: { objectId, action } })

describe('revokeMatchingSsas', () => {
  it('revokes one by its id, once, with its audit row', async () => {
    const client = ofOrganization()
    const { jti } = await createFor(client)
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
    await createFor(client)
    await createFor(client, { expiration: 1000000000 })
    await validateSsa(client, (await createFor(client)).jti)
    const other = await createFor(ofOrganization())
    expect(await revokeMatchingSsas(ofPlatform(), { org_id: org.organization.id })).toEqual({ revoked: 2 })
    expect(await findFor(ofOrganization(), { jti: other.jti })).toHaveLength(1)
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
