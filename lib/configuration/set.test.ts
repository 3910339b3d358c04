import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { publishedKeys } from '@/lib/keys/published'
import { rotateKeys } from '@/lib/keys/rotate'
import { signingAlgorithmSchema } from '@/lib/keys/schema'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { ssaConfiguration } from './read'
import { setSsaConfiguration } from './set'

const world = testWorld()
const issue = () => issueSsa(world.owner, issueSsaSchema.parse({ softwareId: crypto.randomUUID() }))

describe('setSsaConfiguration', () => {
  it('changes the named property, keeps the others, and leaves an audit row with what changed', async () => {
    const { operator, db } = world
    await setSsaConfiguration(operator, { ssaExpirationInDays: 60 })
    await setSsaConfiguration(operator, { ssaCustomAttributes: ['region', { name: 'fqdn', inJwt: true }] })
    expect(await ssaConfiguration(db)).toMatchObject({
      ssaEnabled: true,
      ssaExpirationInDays: 60,
      ssaSigningAlg: 'RS256',
      ssaCustomAttributes: [
        { name: 'region', inJwt: false },
        { name: 'fqdn', inJwt: true },
      ],
    })
    const rows = await db.auditEvent.findMany({
      where: { action: 'configuration.set' },
      orderBy: { id: 'asc' },
    })
    expect(rows[0]).toMatchObject({
      organizationId: null,
      before: { ssaExpirationInDays: '30' },
      after: { ssaExpirationInDays: '60' },
    })
  })

  it('keeps both of two changes at once', async () => {
    const { operator, db } = world
    await Promise.all([
      setSsaConfiguration(operator, { ssaExpirationInDays: 7 }),
      setSsaConfiguration(operator, { ssaEndpoint: 'https://sso.example.com/ssa' }),
    ])
    expect(await ssaConfiguration(db)).toMatchObject({
      ssaExpirationInDays: 7,
      ssaEndpoint: 'https://sso.example.com/ssa',
    })
  })

  it.each([
    [{ ssaExpirationInDays: 0 }, 'ssaExpirationInDays'],
    [{ ssaExpirationInDays: '30' }, 'ssaExpirationInDays'],
    [{ ssaSigningAlg: 'none' }, 'ssaSigningAlg'],
    [{ ssaEndpoint: 'ftp://example.com' }, 'ssaEndpoint'],
    [{ ssaCustomAttributes: ['scope'] }, 'ssaCustomAttributes.0'],
    [{ ssaCustomAttributes: ['__proto__'] }, 'ssaCustomAttributes.0'],
    [{ ssaCustomAttributes: ['twice', 'twice'] }, 'ssaCustomAttributes'],
    [{ ssaMapSoftwareRolesToScopes: { license: ['two scopes'] } }, 'ssaMapSoftwareRolesToScopes.license.0'],
    [{ unknown: 1 }, ''],
    ['text', ''],
  ])('refuses %j and names the field', async (change, field) => {
    const before = await ssaConfiguration(world.db)
    await expect(setSsaConfiguration(world.operator, change)).rejects.toMatchObject({
      code: 'INVALID',
      fields: { [field]: expect.stringMatching(/./) },
    })
    expect(await ssaConfiguration(world.db)).toEqual(before)
  })

  it('is for operators only', async () => {
    const refused = setSsaConfiguration(world.owner, { ssaExpirationInDays: 1 })
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it.each(signingAlgorithmSchema.options)(
    'signs with %s once it is set, shows the same bytes again, and older statements stay valid',
    async alg => {
      const { operator, owner, db, clock } = world
      const earlier = await issue()
      const before = await revealSsa(owner, earlier)
      await setSsaConfiguration(operator, { ssaSigningAlg: alg })
      const { jti, kid } = await issue()
      const { jwt } = await revealSsa(owner, { jti })
      expect(decodeProtectedHeader(jwt)).toEqual({ typ: 'JWT', alg, kid })
      const keys = createLocalJWKSet(await publishedKeys(db, clock))
      await jwtVerify(jwt, keys, { algorithms: [alg] })
      await jwtVerify(before.jwt, keys)
      expect(await revealSsa(owner, { jti })).toEqual({ jwt })
      expect(await revealSsa(owner, earlier)).toEqual(before)
      const { signature } = await db.ssa.findUniqueOrThrow({ where: { jti } })
      expect(signature === null).toBe(alg.startsWith('RS'))
      expect(Buffer.from(signature ?? '').toString()).not.toContain(jwt.split('.')[2])
    },
  )

  it('keeps the algorithm through a rotation', async () => {
    const { operator, db } = world
    await setSsaConfiguration(operator, { ssaSigningAlg: 'ES384' })
    await rotateKeys(operator, { purpose: 'SSA' })
    const keys = await db.signingKey.findMany({
      where: { purpose: 'SSA', status: { in: ['ACTIVE', 'NEXT'] } },
    })
    expect(keys.map(key => key.alg)).toEqual(['ES384', 'ES384'])
    const { kid } = await issue()
    expect(kid).toBe(keys.find(key => key.status === 'ACTIVE')?.kid)
  })
})
