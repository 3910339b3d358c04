import { describe, expect, it } from 'vitest'
import { apiClient } from '@/lib/testing/api-client'
import { createFor, findFor } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { findSsas, MOST } from './find'
import { issueSsa } from './issue'
import { findSsasSchema } from './request-schema'
import { revokeMatchingSsas } from './revoke-matching'
import { issueSsaSchema } from './schema'
import { validateSsa } from './validate'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')
const ofPlatform = () => apiClient(world.operator, 'admin')

describe('findSsas', () => {
  it('tells a statement as Janssen does, with two different issuers', async () => {
    const client = ofOrganization()
    const iat = Math.floor(world.clock.now().getTime() / 1000)
    const { jti } = await createFor(client, {
      software_id: 'app',
      expiration: iat + 60,
      lifetime: 5,
      description: 'd',
    })
    expect(await findFor(client, { jti })).toEqual([
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
    const [one] = await findFor(ofOrganization(), { jti })
    expect(one).toMatchObject({ iss: 'portal', ssa: { software_id: 'By hand' } })
    expect(one).not.toHaveProperty('ssa.lifetime')
  })

  it('filters by organization and id, both or none, and finds nothing for what cannot be', async () => {
    const org = await world.newOrganization()
    const client = apiClient(org, 'admin')
    const { jti } = await createFor(client)
    await createFor(client)
    const org_id = org.organization.id
    expect(await findFor(client)).toHaveLength(2)
    expect(await findFor(client, { org_id: org_id.toUpperCase() })).toHaveLength(2)
    expect(await findFor(client, { org_id, jti })).toHaveLength(1)
    expect(await findFor(ofPlatform(), { org_id, jti })).toHaveLength(1)
    for (const query of [
      { jti: '' },
      { jti: 'x' },
      { org_id: '' },
      { org_id: 'nobody', jti },
      { jti: crypto.randomUUID() },
    ])
      expect(await findFor(client, query)).toEqual([])
  })

  it('shows live statements unless others are asked for', async () => {
    const client = apiClient(await world.newOrganization(), 'admin')
    const live = await createFor(client)
    const expired = await createFor(client, { expiration: 1000000000 })
    const revoked = await createFor(client)
    const used = await createFor(client)
    await revokeMatchingSsas(client, { jti: revoked.jti })
    await validateSsa(client, used.jti)
    for (const [status, { jti }] of Object.entries({
      active: live,
      EXPIRED: expired,
      REVOKED: revoked,
      USED: used,
    })) {
      const found = await findFor(client, { status })
      expect(found).toMatchObject([{ ssa: { jti }, status: status.toUpperCase() }])
    }
    expect(await findFor(client)).toHaveLength(1)
    expect(await findFor(client, { jti: expired.jti })).toEqual([])
    expect(await findFor(client, { jti: expired.jti, status: 'EXPIRED' })).toHaveLength(1)
  })

  it('shows a developer what it created, and a reader all of its organization', async () => {
    const org = await world.newOrganization()
    const [admin, developer] = [apiClient(org, 'admin'), apiClient(org, 'developer')]
    const { jti } = await createFor(admin)
    await createFor(
      { ...developer, actor: { ...developer.actor, scopes: admin.actor.scopes } },
      { software_id: 'mine' },
    )
    expect(await findFor(developer)).toMatchObject([
      { iss: developer.actor.clientId, ssa: { software_id: 'mine' } },
    ])
    expect(await findFor(developer, { jti })).toEqual([])
    expect(await findFor(apiClient(org, 'portal'))).toHaveLength(2)
    expect(await findFor(apiClient(org, 'portal', 'developer'))).toHaveLength(2)
    await expect(findFor(apiClient(org))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('never shows another organization', async () => {
    const { jti } = await createFor(ofOrganization())
    const stranger = apiClient(world.stranger, 'admin')
    expect(await findFor(stranger, { jti })).toEqual([])
    expect(await findFor(stranger, { org_id: world.owner.organization.id })).toEqual([])
    expect(await findFor(stranger)).toEqual([])
  })

  it('gives a long list in parts that follow each other', async () => {
    const org = await world.newOrganization()
    const client = apiClient(org, 'admin')
    const { jti } = await createFor(client)
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
