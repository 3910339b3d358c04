import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { publishedKeys } from '@/lib/keys/published'
import { rotateKeys } from '@/lib/keys/rotate'
import { testWorld } from '@/lib/testing/context'
import { issueSsa } from './issue'
import { revealSsa } from './reveal'
import { revokeSsa } from './revoke'
import { type IssueSsaFields, issueSsaSchema } from './schema'

const world = testWorld()
const fields = (change: Partial<IssueSsaFields> = {}) =>
  issueSsaSchema.parse({ softwareId: crypto.randomUUID(), ...change })

describe('issueSsa', () => {
  it('issues a statement whose JWT carries exactly the documented header and claims', async () => {
    const { owner, clock } = world
    const ssa = await issueSsa(owner, fields({ softwareId: 'Gluu Flex', lifetime: 86400 }))
    const { jwt } = await revealSsa(owner, { jti: ssa.jti })
    const keys = await publishedKeys(owner.db, clock)
    const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      algorithms: ['RS256'],
    })
    const iat = Math.floor(clock.now().getTime() / 1000)
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: ssa.kid })
    expect(payload).toEqual({
      jti: ssa.jti,
      iss: 'https://writ.test',
      iat,
      exp: iat + 365 * 24 * 60 * 60,
      org_id: owner.organization.id,
      software_id: 'Gluu Flex',
      software_roles: ['license'],
      grant_types: ['client_credentials'],
      lifetime: 86400,
    })
  })

  it('leaves lifetime out of the JWT when clients are not to expire', async () => {
    const { owner } = world
    const { jti } = await issueSsa(owner, fields())
    const { jwt } = await revealSsa(owner, { jti })
    expect(JSON.parse(atob(jwt.split('.')[1] ?? ''))).not.toHaveProperty('lifetime')
  })

  it('writes one audit row in the same transaction', async () => {
    const { owner, db } = world
    const { jti } = await issueSsa(owner, fields())
    const rows = await db.auditEvent.findMany({ where: { objectId: jti } })
    expect(rows).toMatchObject([
      {
        action: 'ssa.issue',
        organizationId: owner.organization.id,
        actorName: owner.actor.name,
        objectType: 'ssa',
      },
    ])
  })

  it.each(['Ärger', 'ÄRGER', 'A\u0308rger', '  ärger '])('refuses the taken name %j', async name => {
    const { admin } = await fresh('Ärger')
    const refused = issueSsa(admin, fields({ softwareId: name }))
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID',
      fields: { softwareId: /already has this name/ },
    })
  })

  it('lets two organizations use one name', async () => {
    const softwareId = 'Shared name'
    await issueSsa(world.owner, fields({ softwareId }))
    await expect(issueSsa(world.stranger, fields({ softwareId }))).resolves.toMatchObject({ softwareId })
  })

  it('frees the name of a revoked and of an expired statement', async () => {
    const { admin, clock } = await fresh('Freed')
    const expiresAt = new Date(clock.now().getTime() + 60_000)
    const first = await issueSsa(admin, fields({ softwareId: 'Again', expiresAt }))
    await revokeSsa(admin, first)
    await issueSsa(admin, fields({ softwareId: 'Again', expiresAt }))
    clock.pass(120)
    await expect(issueSsa(admin, fields({ softwareId: 'Again' }))).resolves.toMatchObject({
      status: 'ACTIVE',
    })
  })

  it('lets exactly one of many parallel requests have a name', async () => {
    const org = await world.newOrganization()
    const input = fields()
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => issueSsa(org, input)))
    expect(tries.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await org.db.ssa.count({ where: { organizationId: org.organization.id } })).toBe(1)
  })

  it('refuses an expiration in the past, and a role that is not configured', async () => {
    const past = issueSsa(world.owner, fields({ expiresAt: new Date('2020-01-01') }))
    await expect(past).rejects.toMatchObject({ fields: { expiresAt: /future/ } })
    const role = issueSsa(world.owner, fields({ softwareRoles: ['root'] }))
    await expect(role).rejects.toMatchObject({ fields: { softwareRoles: /"root" is not a role here/ } })
  })

  it('is not for viewers', async () => {
    await expect(issueSsa(world.viewer, fields())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('signs with the new key after a rotation, and the old statement still verifies', async () => {
    const { owner, operator, clock, db } = world
    const before = await issueSsa(owner, fields())
    const { jwt } = await revealSsa(owner, before)
    await rotateKeys(operator, { purpose: 'SSA' })
    const after = await issueSsa(owner, fields())
    expect(after.kid).not.toBe(before.kid)
    const keys = createLocalJWKSet(await publishedKeys(db, clock))
    await expect(jwtVerify(jwt, keys)).resolves.toBeDefined()
    expect(await revealSsa(owner, before)).toEqual({ jwt })
    expect(decodeProtectedHeader(jwt).kid).toBe(before.kid)
  })
})

/** A new organization that holds one live statement of this name. */
async function fresh(softwareId: string) {
  const admin = await world.newOrganization('ADMIN')
  await issueSsa(admin, fields({ softwareId }))
  return { admin, clock: world.clock }
}
