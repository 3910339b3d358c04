import { describe, expect, it } from 'vitest'
import { writeGathered } from '@/lib/gathered'
import { revokeSsa } from '@/lib/ssa/revoke'
import { testWorld } from '@/lib/testing/context'
import { newStatement } from '@/lib/testing/machine'
import { createClient } from './create'
import { findClient, isAlive, rememberAssertion } from './hot'
import { noteClientUse } from './last-used'
import { registerWithStatement } from './register'

const world = testWorld()

/** The same facts, by Prisma. */
async function readByPrisma(id: string, jti: string) {
  const client = await world.db.client.findUnique({
    where: { id },
    include: { organization: true, ssa: true },
  })
  if (!client) return null
  const { organization, ssa } = client
  return {
    id,
    name: client.name,
    organizationId: client.organizationId,
    organizationName: organization?.name ?? null,
    authMethod: client.authMethod,
    secretHash: client.secretHash,
    jwks: client.jwks,
    scopes: client.scopes,
    grantTypes: client.grantTypes,
    expiresAt: client.expiresAt,
    ssaStatus: ssa?.status ?? null,
    tokenRevoked: (await world.db.revokedToken.count({ where: { jti } })) === 1,
  }
}

describe('findClient', () => {
  it('agrees with what Prisma reads: of the platform, of an organization, of a statement', async () => {
    const platform = await createClient(world.operator, { name: 'Platform', scopes: ['a'] })
    const own = await createClient(world.owner, { name: 'Own', scopes: ['https://jans.io/auth/ssa.admin'] })
    const { jti, jwt } = await newStatement(world.owner, { lifetime: 60, oneTimeUse: true })
    const registered = await registerWithStatement(world.owner, jwt, {})
    await world.db.revokedToken.create({ data: { jti, expiresAt: world.clock.now() } })
    for (const id of [platform.client.id, own.client.id, registered.client_id]) {
      for (const token of [jti, 'another']) {
        const expected = await readByPrisma(id, token)
        expect(expected).not.toBeNull()
        expect(await findClient(world.pool, id, token)).toEqual(expected)
      }
    }
  })

  it('finds nothing where nothing is', async () => {
    expect(await findClient(world.pool, crypto.randomUUID())).toBeNull()
  })
})

describe('isAlive', () => {
  it('ends with the expiry, to the second, and with the revocation of the statement', async () => {
    const { jti, jwt } = await newStatement(world.owner, { lifetime: 60 })
    const { client_id: id } = await registerWithStatement(world.owner, jwt, {})
    const alive = async (now: Date) => {
      const client = await findClient(world.pool, id)
      return client && isAlive(client, now)
    }
    const start = world.clock.now().getTime()
    expect(await alive(new Date(start + 59_999))).toBe(true)
    expect(await alive(new Date(start + 60_000))).toBe(false)
    await revokeSsa(world.owner, { jti })
    expect(await alive(new Date(start))).toBe(false)
  })
})

describe('rememberAssertion', () => {
  it('takes each assertion of a client once', async () => {
    const { client } = await createClient(world.operator, { name: 'A', scopes: ['a'] })
    const other = await createClient(world.operator, { name: 'B', scopes: ['a'] })
    const assertion = { clientId: client.id, jti: 'once', expiresAt: world.clock.now() }
    expect(await rememberAssertion(world.pool, assertion)).toBe(true)
    expect(await rememberAssertion(world.pool, assertion)).toBe(false)
    expect(await rememberAssertion(world.pool, { ...assertion, clientId: other.client.id })).toBe(true)
  })
})

describe('noteClientUse', () => {
  it('is written for many clients at once, and never goes back', async () => {
    const made = await Promise.all(
      ['A', 'B'].map(name => createClient(world.operator, { name, scopes: ['a'] })),
    )
    const ids = made.map(({ client }) => client.id)
    for (const id of ids) noteClientUse(world.operator, id)
    await writeGathered(world.db)
    const used = await world.db.client.findMany({ where: { id: { in: ids } }, select: { lastUsedAt: true } })
    expect(used).toEqual([{ lastUsedAt: world.clock.now() }, { lastUsedAt: world.clock.now() }])
  })
})
