import { createLocalJWKSet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { secretsFrom } from '@/lib/secrets'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { testWorld } from '@/lib/testing/context'
import { discardKeys } from './discard'
import { ensureKeys } from './ensure'
import { listKeys } from './list'
import { publishedKeys } from './published'
import { rotateKeys } from './rotate'

const world = testWorld()
const kids = async () => (await publishedKeys(world.db, world.clock)).keys.map(key => key.kid)
const issue = (lifeDays: number) =>
  issueSsa(
    world.owner,
    issueSsaSchema.parse({
      softwareId: crypto.randomUUID(),
      expiresAt: daysAfter(world.clock.now(), lifeDays),
    }),
  )

describe('signing keys', () => {
  it('are one active and one waiting for each purpose, however many processes start at once', async () => {
    const { db } = world
    await db.signingKey.deleteMany()
    const secrets = secretsFrom('another master secret, long enough too')
    await Promise.all(Array.from({ length: 4 }, () => ensureKeys(db, secrets)))
    const found = (await listKeys(world.operator)).map(key => `${key.purpose} ${key.status}`)
    expect(found.sort()).toEqual([
      'LICENSE ACTIVE',
      'LICENSE NEXT',
      'SSA ACTIVE',
      'SSA NEXT',
      'TOKEN ACTIVE',
      'TOKEN NEXT',
    ])
    await db.signingKey.deleteMany()
    await ensureKeys(db, world.operator.secrets)
  })

  it('are published with their public members alone', async () => {
    const { keys } = await publishedKeys(world.db, world.clock)
    for (const key of keys) {
      const members = key.kty === 'RSA' ? ['e', 'n'] : ['crv', 'x', 'y']
      expect(Object.keys(key).sort()).toEqual([...members, 'alg', 'kid', 'kty', 'use'].sort())
    }
  })

  it('are sealed in the database', async () => {
    const rows = await world.db.signingKey.findMany({ select: { privateKey: true } })
    for (const { privateKey } of rows)
      expect(Buffer.from(privateKey ?? []).toString()).not.toContain('PRIVATE KEY')
  })
})

describe('rotateKeys', () => {
  it('makes the waiting key sign, which was published before, and leaves an audit row', async () => {
    const before = await kids()
    const { active, retired, next } = await rotateKeys(world.operator, { purpose: 'TOKEN' })
    expect(before).toContain(active)
    expect(await kids()).toEqual(expect.arrayContaining([active, retired, next]))
    const audit = await world.db.auditEvent.findFirst({ where: { action: 'keys.rotate', objectId: active } })
    expect(audit).toMatchObject({ organizationId: null, before: { active: retired } })
  })

  it('is for operators', async () => {
    await expect(rotateKeys(world.owner, { purpose: 'SSA' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('keeps the old key published until the last statement signed with it has expired, then lets it go', async () => {
    const { clock, db, operator, owner } = world
    const ssa = await issue(10)
    const { jwt } = await revealSsa(owner, ssa)
    await rotateKeys(operator, { purpose: 'SSA' })
    clock.pass(9 * DAY_SECONDS)
    await discardKeys(db, clock)
    expect(await db.signingKey.findUnique({ where: { kid: ssa.kid } })).toMatchObject({ status: 'RETIRED' })
    const keys = createLocalJWKSet(await publishedKeys(db, clock))
    await expect(jwtVerify(jwt, keys, { currentDate: clock.now() })).resolves.toBeDefined()
    clock.pass(2 * DAY_SECONDS)
    expect(await kids()).not.toContain(ssa.kid)
    await discardKeys(db, clock)
    expect(await db.signingKey.findUnique({ where: { kid: ssa.kid } })).toMatchObject({
      status: 'GONE',
      privateKey: null,
    })
  })

  it('keeps a retired token key published for a day', async () => {
    const { retired } = await rotateKeys(world.operator, { purpose: 'TOKEN' })
    world.clock.pass(DAY_SECONDS - 60)
    expect(await kids()).toContain(retired)
    world.clock.pass(120)
    expect(await kids()).not.toContain(retired)
  })
})
