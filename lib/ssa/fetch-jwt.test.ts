import { describe, expect, it } from 'vitest'
import { apiClient } from '@/lib/testing/api-client'
import { auditRows } from '@/lib/testing/audit'
import { createFor } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { fetchSsaJwt } from './fetch-jwt'
import { revokeMatchingSsas } from './revoke-matching'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')

describe('fetchSsaJwt', () => {
  it('gives the bytes that were issued, burns nothing, and leaves an audit row', async () => {
    const client = ofOrganization()
    const { jti, ssa } = await createFor(client)
    expect(await fetchSsaJwt(client, { jti })).toEqual({ ssa })
    expect(await fetchSsaJwt(client, { jti })).toEqual({ ssa })
    expect(await auditRows(world, jti, 'ssa.reveal')).toMatchObject([{ actorId: client.actor.clientId }, {}])
  })

  it.each(['portal', 'developer'] as const)('is not for the %s scope', async scope => {
    const { jti } = await createFor(ofOrganization())
    await expect(fetchSsaJwt(apiClient(world.owner, scope), { jti })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('finds neither another organization’s, nor one that is over, nor what is no id', async () => {
    const client = ofOrganization()
    const { jti } = await createFor(client)
    const expired = await createFor(client, { expiration: 1000000000 })
    const refused = { code: 'NOT_FOUND' }
    await expect(fetchSsaJwt(apiClient(world.stranger, 'admin'), { jti })).rejects.toMatchObject(refused)
    await expect(fetchSsaJwt(client, expired)).rejects.toMatchObject(refused)
    await expect(fetchSsaJwt(client, { jti: "' OR 1=1 --" })).rejects.toMatchObject(refused)
    await revokeMatchingSsas(client, { jti })
    await expect(fetchSsaJwt(client, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
