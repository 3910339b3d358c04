import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { issueSsa } from './issue'
import { revealSsa } from './reveal'
import { revokeSsa } from './revoke'
import { issueSsaSchema } from './schema'

const world = testWorld()
const issue = () => issueSsa(world.owner, issueSsaSchema.parse({ softwareId: crypto.randomUUID() }))

describe('revealSsa', () => {
  it('gives the same bytes every time, and an audit row for each', async () => {
    const { jti } = await issue()
    const first = await revealSsa(world.admin, { jti })
    expect(await revealSsa(world.owner, { jti })).toEqual(first)
    expect(await world.db.auditEvent.count({ where: { objectId: jti, action: 'ssa.reveal' } })).toBe(2)
  })

  it('keeps nothing in the database that is the JWT', async () => {
    const { jti } = await issue()
    const { jwt } = await revealSsa(world.owner, { jti })
    const dump = JSON.stringify([await world.db.ssa.findMany(), await world.db.auditEvent.findMany()])
    expect(dump).not.toContain(jwt.split('.')[2])
  })

  it('shows no JWT to viewers', async () => {
    const { jti } = await issue()
    await expect(revealSsa(world.viewer, { jti })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it("does not know another organization's statement", async () => {
    const { jti } = await issue()
    await expect(revealSsa(world.stranger, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('shows no JWT once the statement is revoked or expired', async () => {
    const revoked = await issue()
    await revokeSsa(world.owner, revoked)
    await expect(revealSsa(world.owner, revoked)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: /revoked/,
    })
    const expired = await issue()
    world.clock.set(expired.expiresAt)
    await expect(revealSsa(world.owner, expired)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: /expired/,
    })
  })
})
