import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { tokenHash } from '@/lib/secrets'
import { issueSsa } from '@/lib/ssa/issue'
import { revokeSsa } from '@/lib/ssa/revoke'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { registerFor } from './register-for'

const world = testWorld()
const issue = (ctx: OrgCtx, fields: object = {}) =>
  issueSsa(ctx, issueSsaSchema.parse({ softwareId: `Flex ${randomUUID()}`, ...fields }))
const actions = async (objectId: string) =>
  (await world.db.auditEvent.findMany({ where: { objectId }, orderBy: { at: 'asc' } })).map(row => row.action)

describe('registerFor', () => {
  it('registers a client of the organization with the SSA, and tells its secret', async () => {
    const { jti, softwareId } = await issue(world.admin)
    const made = await registerFor(world.admin, { jti })
    expect(made.ssa.split('.')).toHaveLength(3)
    const client = await world.db.client.findUniqueOrThrow({ where: { id: made.clientId } })
    expect(client).toMatchObject({
      organizationId: world.admin.organization.id,
      name: `${softwareId} (configured in the portal)`,
      ssaJti: jti,
      expiresAt: null,
      secretHash: tokenHash(made.clientSecret),
    })
    expect(client.scopes).toContain('https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly')
    expect(await actions(jti)).toContain('ssa.reveal')
    expect(await actions(made.clientId)).toEqual(['client.register'])
  })

  it('refuses an SSA that is over, or that is not for licenses, and registers nothing', async () => {
    const org = await world.newOrganization()
    const [revoked, other] = [await issue(org), await issue(org, { softwareRoles: [] })]
    await revokeSsa(org, { jti: revoked.jti })
    for (const { jti } of [revoked, other])
      await expect(registerFor(org, { jti })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await world.db.client.count({ where: { organizationId: org.organization.id } })).toBe(0)
  })

  it('is not for viewers', async () => {
    const { jti } = await issue(world.owner)
    await expect(registerFor(world.viewer, { jti })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('create API clients'),
    })
  })

  it('does not find an SSA of another organization', async () => {
    const { jti } = await issue(world.owner)
    await expect(registerFor(world.stranger, { jti })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
