import { describe, expect, it } from 'vitest'
import { apiClient } from '@/lib/testing/api-client'
import { auditRows } from '@/lib/testing/audit'
import { createFor } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'
import { issueSsa } from './issue'
import { revokeMatchingSsas } from './revoke-matching'
import { issueSsaSchema } from './schema'
import { validateSsa } from './validate'

const world = testWorld()
const ofOrganization = () => apiClient(world.owner, 'admin')

describe('validateSsa', () => {
  it('says yes to a reusable statement as often as it is asked, and writes nothing', async () => {
    const { jti } = await createFor(ofOrganization(), { one_time_use: false })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: false })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: false })
    expect(await auditRows(world, jti, 'ssa.use')).toEqual([])
  })

  it('uses a one-time statement up, and the audit row names the address', async () => {
    const { jti } = await createFor(ofOrganization(), { software_id: 'Once' })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: true, burned: true })
    expect(await validateSsa(world.operator, jti)).toEqual({ valid: false, code: 'INVALID_JTI' })
    expect(await world.db.ssa.findUnique({ where: { jti } })).toMatchObject({
      status: 'USED',
      usedAt: world.clock.now(),
    })
    expect(await auditRows(world, jti, 'ssa.use')).toMatchObject([
      {
        organizationId: world.owner.organization.id,
        objectName: 'Once',
        address: '192.0.2.1',
        before: { status: 'ACTIVE' },
        after: { status: 'USED', by: 'validation' },
      },
    ])
  })

  it('frees the name that a used statement of the portal held', async () => {
    const input = issueSsaSchema.parse({ softwareId: 'Once', oneTimeUse: true })
    const { jti } = await issueSsa(world.owner, input)
    await validateSsa(world.operator, jti)
    await expect(issueSsa(world.owner, input)).resolves.toMatchObject({ status: 'ACTIVE' })
  })

  it('has one winner among parallel callers', async () => {
    const { jti } = await createFor(ofOrganization())
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => validateSsa(world.operator, jti)))
    expect(verdicts.filter(verdict => verdict.valid)).toHaveLength(1)
    expect(await auditRows(world, jti, 'ssa.use')).toHaveLength(1)
  })

  it('says no to what is revoked, expired, unknown or no id', async () => {
    const client = ofOrganization()
    const revoked = await createFor(client)
    await revokeMatchingSsas(client, { jti: revoked.jti })
    const expired = await createFor(client, { expiration: 1000000000 })
    const ids = [revoked.jti, expired.jti, crypto.randomUUID(), '', 'x', '../..', '%00', 'a'.repeat(10_000)]
    for (const jti of ids) expect(await validateSsa(world.operator, jti)).toMatchObject({ valid: false })
  })
})
