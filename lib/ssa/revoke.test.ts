import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { countLiveSsas } from './count-live'
import { getSsa } from './get'
import { ssaHistory } from './history'
import { issueSsa } from './issue'
import { revokeSsa } from './revoke'
import { revokeAllSsas } from './revoke-all'
import { issueSsaSchema } from './schema'

const world = testWorld()
const issue = (ctx: OrgCtx) => issueSsa(ctx, issueSsaSchema.parse({ softwareId: crypto.randomUUID() }))

describe('revokeSsa', () => {
  it('revokes for good, and the history tells who did', async () => {
    const { jti } = await issue(world.owner)
    expect(await revokeSsa(world.admin, { jti })).toMatchObject({
      status: 'REVOKED',
      revokedAt: world.clock.now(),
    })
    const [latest] = await ssaHistory(world.viewer, { jti })
    expect(latest).toMatchObject({ action: 'ssa.revoke', actorName: world.admin.actor.name })
  })

  it('has one winner among parallel requests', async () => {
    const { jti } = await issue(world.owner)
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => revokeSsa(world.owner, { jti })))
    expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await world.db.auditEvent.count({ where: { objectId: jti, action: 'ssa.revoke' } })).toBe(1)
  })

  it('says that there is nothing to revoke the second time', async () => {
    const { jti } = await issue(world.owner)
    await revokeSsa(world.owner, { jti })
    await expect(revokeSsa(world.owner, { jti })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: /already revoked/,
    })
  })

  it('is not for viewers, and does not reach another organization', async () => {
    const { jti } = await issue(world.owner)
    await expect(revokeSsa(world.viewer, { jti })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeSsa(world.stranger, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(getSsa(world.stranger, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await ssaHistory(world.stranger, { jti })).toEqual([])
    expect(await getSsa(world.viewer, { jti })).toMatchObject({ status: 'ACTIVE' })
  })
})

describe('revokeAllSsas', () => {
  it('ends every live statement of this organization and of no other, each with its audit row', async () => {
    const org = await world.newOrganization()
    const other = await world.newOrganization()
    for (const ctx of [org, org, org, other]) await issue(ctx)
    expect(await countLiveSsas(org)).toBe(3)
    expect(await revokeAllSsas(org, { confirmation: org.organization.name })).toEqual({ revoked: 3 })
    expect([await countLiveSsas(org), await countLiveSsas(other)]).toEqual([0, 1])
    const where = { organizationId: org.organization.id, action: 'ssa.revoke' }
    expect(await world.db.auditEvent.count({ where })).toBe(3)
  })

  it('wants the name of the organization typed back', async () => {
    const refused = revokeAllSsas(world.owner, { confirmation: 'yes' })
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID',
      fields: { confirmation: /Type Test org:/ },
    })
  })

  it('is not for viewers', async () => {
    const refused = revokeAllSsas(world.viewer, { confirmation: world.viewer.organization.name })
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
