import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { auditColumns } from '@/lib/audit/record'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { apiClient } from '@/lib/testing/api-client'
import { testWorld } from '@/lib/testing/context'
import { createSsa } from './create'
import { burn, findLiveByJti, findLiveUse } from './hot'
import { toWireRow, WIRE_SELECT } from './wire'

const world = testWorld()
const USED = {
  action: 'ssa.use' as const,
  object: { type: 'ssa', id: 'x', name: 'x' },
  organizationId: null,
}

describe('the hot statements on software statements', () => {
  it.each(['RS256', 'ES256'])('store and read the very row that Prisma reads (%s)', async ssaSigningAlg => {
    const { operator, owner, db, pool, clock } = world
    await setSsaConfiguration(operator, { ssaCustomAttributes: ['note'], ssaSigningAlg })
    const client = apiClient(owner, 'admin')
    const body = {
      software_roles: ['a "b" {c}', 'ü'],
      note: '\\x00 {"x":[1]}',
      lifetime: 7,
      description: 'a\nb',
    }
    const jti = String(decodeJwt((await createSsa(client, body)).ssa).jti)
    const row = await db.ssa.findUniqueOrThrow({ where: { jti } })
    expect(row).toEqual({
      jti,
      organizationId: owner.organization.id,
      softwareId: expect.any(String),
      heldName: null,
      description: 'a\nb',
      softwareRoles: ['a "b" {c}', 'ü'],
      grantTypes: [],
      customAttributes: { note: '\\x00 {"x":[1]}' },
      signature: ssaSigningAlg === 'RS256' ? null : expect.any(Uint8Array),
      oneTimeUse: true,
      rotateSsa: true,
      lifetime: 7,
      status: 'ACTIVE',
      kid: expect.stringMatching(/^ssa_/),
      signingInput: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
      issuedById: null,
      issuedByClient: client.actor.clientId,
      issuedByName: client.actor.name,
      createdAt: new Date(Math.floor(clock.now().getTime() / 1000) * 1000),
      expiresAt: expect.any(Date),
      usedAt: null,
      revokedAt: null,
    })
    const wire = await db.ssa.findUniqueOrThrow({ where: { jti }, select: WIRE_SELECT })
    const reach = { organizationId: owner.organization.id, issuedByClient: client.actor.clientId }
    expect(await findLiveByJti(pool, { jti, now: clock.now(), ...reach })).toEqual(toWireRow(wire))
  })

  it('end with the second in which a statement expires', async () => {
    const { owner, pool } = world
    const { jti, exp = 0 } = decodeJwt(
      (await createSsa(apiClient(owner, 'admin'), { one_time_use: false })).ssa,
    )
    const [before, at] = [new Date(exp * 1000 - 1), new Date(exp * 1000)]
    const anyone = { organizationId: null, issuedByClient: null }
    expect(await findLiveUse(pool, { jti: String(jti), now: before })).toEqual({ oneTimeUse: false })
    expect(await findLiveUse(pool, { jti: String(jti), now: at })).toBeNull()
    expect(await findLiveByJti(pool, { jti: String(jti), now: before, ...anyone })).not.toBeNull()
    expect(await findLiveByJti(pool, { jti: String(jti), now: at, ...anyone })).toBeNull()
  })

  it('use a statement up once, before it expires, and never one that has many uses', async () => {
    const { owner, pool } = world
    const client = apiClient(owner, 'admin')
    const [once, many] = await Promise.all([true, false].map(one => createSsa(client, { one_time_use: one })))
    const { jti, exp = 0 } = decodeJwt(String(once?.ssa))
    const use = (id: unknown, now: Date) =>
      burn(pool, { jti: String(id), now, audit: auditColumns(owner, USED) })
    expect(await use(jti, new Date(exp * 1000))).toBe(false)
    expect(await use(decodeJwt(String(many?.ssa)).jti, world.clock.now())).toBe(false)
    expect(await use(jti, new Date(exp * 1000 - 1))).toBe(true)
    expect(await use(jti, new Date(exp * 1000 - 1))).toBe(false)
  })
})
