import { describe, expect, it } from 'vitest'
import { SCOPES } from '@/lib/access/scopes'
import type { Ctx } from '@/lib/context'
import { tokenHash } from '@/lib/secrets'
import { auditRows } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { createClient } from './create'
import { deleteClient } from './delete'
import { grantableScopes } from './grantable-scopes'
import { listClients } from './list'
import { listClientsSchema } from './list-schema'
import { offeredScopes } from './offer'
import { rotateClientSecret } from './rotate-secret'
import { createClientSchema } from './schema'

const world = testWorld()
/** The platform's own are for operators to give. */
const OF_ORGANIZATIONS = Object.keys(SCOPES).filter(scope => scope !== 'writ:credits')
const ADMIN = 'https://jans.io/auth/ssa.admin'
const PORTAL = 'https://jans.io/auth/ssa.portal'
const DEVELOPER = 'https://jans.io/auth/ssa.developer'
const create = (ctx: Ctx, scopes = [ADMIN], name = 'Build server') =>
  createClient(ctx, createClientSchema.parse({ name, scopes }))
const list = (ctx: Ctx, query: object = {}) => listClients(ctx, listClientsSchema.parse(query))

describe('createClient', () => {
  it('makes a client of the organization, whose secret is kept as a hash alone', async () => {
    const { client, secret } = await create(world.admin)
    expect(client).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Build server',
      kind: 'API',
      status: 'ACTIVE',
      scopes: [ADMIN],
      authMethod: 'CLIENT_SECRET_BASIC',
      ssaJti: null,
      createdAt: world.clock.now(),
      expiresAt: null,
      lastUsedAt: null,
    })
    expect(secret).toMatch(/^writ_cs_[\w-]{43}$/)
    const row = await world.db.client.findUniqueOrThrow({ where: { id: client.id } })
    expect(row).toMatchObject({
      organizationId: world.admin.organization.id,
      secretHash: tokenHash(secret),
      grantTypes: ['client_credentials'],
    })
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  it('leaves an audit row without the secret', async () => {
    const { client, secret } = await create(world.owner)
    const [event, ...more] = await auditRows(world, client.id)
    expect(more).toEqual([])
    expect(event).toMatchObject({
      action: 'client.create',
      organizationId: world.owner.organization.id,
      actorName: world.owner.actor.name,
      after: { name: 'Build server', scopes: [ADMIN] },
    })
    expect(JSON.stringify(event)).not.toContain(secret)
  })

  it('makes a client of the platform for operators, with any scope', async () => {
    const { client } = await create(world.operator, ['a-scope-nobody-knows'])
    const where = { id: client.id, organizationId: null }
    expect(await world.db.client.count({ where })).toBe(1)
  })

  it('gives no scope beyond the rights of the member', async () => {
    const refused = create(world.owner, [ADMIN, 'a-scope-of-nobody'])
    await expect(refused).rejects.toMatchObject({ code: 'INVALID', fields: { scopes: /may not give/ } })
    expect(grantableScopes(world.owner.actor)).toEqual(OF_ORGANIZATIONS)
    expect(grantableScopes(world.viewer.actor)).toEqual([PORTAL, DEVELOPER])
    expect(grantableScopes({ kind: 'client', clientId: 'a', name: 'a', scopes: [PORTAL] })).not.toContain(
      ADMIN,
    )
  })

  it('is not for viewers, nor for people outside any organization', async () => {
    await expect(create(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const actor = { kind: 'user' as const, accountId: crypto.randomUUID(), name: 'A', role: null }
    const outside = create({ ...world.owner, actor, organization: null })
    await expect(outside).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('offeredScopes', () => {
  it('names what whoever asks may give, each with what it allows', () => {
    const names = (ctx: Ctx) => offeredScopes(ctx).map(({ scope }) => scope)
    for (const ctx of [world.owner, world.admin]) expect(names(ctx)).toEqual(OF_ORGANIZATIONS)
    expect(names(world.operator)).toEqual(Object.keys(SCOPES))
    expect(offeredScopes(world.owner)[1]).toEqual({ scope: PORTAL, description: 'Read every SSA in reach' })
  })

  it('is not for viewers', () => {
    expect(() => offeredScopes(world.viewer)).toThrow('You may not do this here: create API clients.')
  })
})

describe('listClients', () => {
  it('shows the clients of this organization alone, newest first, a page at a time', async () => {
    const org = await world.newOrganization()
    const other = await world.newOrganization()
    for (const name of ['one', 'two', 'three']) {
      world.clock.pass(1)
      await create(org, [ADMIN], name)
    }
    await create(other)
    const first = await list({ ...org }, { size: 10 })
    expect(first.rows.map(row => row.name)).toEqual(['three', 'two', 'one'])
    expect(first).toMatchObject({ total: 3, next: null, previous: null })
    expect((await list(org, { q: 'TW' })).rows.map(row => row.name)).toEqual(['two'])
    expect((await list(org, { kind: 'REGISTERED' })).rows).toEqual([])
  })

  it('pages both ways', async () => {
    const org = await world.newOrganization()
    for (let index = 0; index < 12; index++) {
      world.clock.pass(1)
      await create(org, [ADMIN], `client ${index}`)
    }
    const first = await list(org)
    const second = await list(org, { after: first.next })
    expect(second.rows.map(row => row.name)).toEqual(['client 1', 'client 0'])
    expect((await list(org, { before: second.previous })).rows).toEqual(first.rows)
  })

  it('is not for viewers', async () => {
    await expect(list(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('rotateClientSecret', () => {
  it('replaces the secret, and tells so in the audit log', async () => {
    const { client, secret } = await create(world.owner)
    const rotated = await rotateClientSecret(world.admin, client)
    expect(rotated.secret).not.toBe(secret)
    const row = await world.db.client.findUniqueOrThrow({ where: { id: client.id } })
    expect(row.secretHash).toBe(tokenHash(rotated.secret))
    const actions = (await auditRows(world, client.id)).map(event => event.action)
    expect(actions).toEqual(['client.create', 'client.rotate-secret'])
  })

  it('is not for viewers, and does not reach another organization', async () => {
    const { client } = await create(world.owner)
    await expect(rotateClientSecret(world.viewer, client)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(rotateClientSecret(world.stranger, client)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('deleteClient', () => {
  it('takes the client away, and the audit log remembers it', async () => {
    const { client } = await create(world.owner)
    await deleteClient(world.admin, client)
    expect(await world.db.client.count({ where: { id: client.id } })).toBe(0)
    const event = (await auditRows(world, client.id)).at(-1)
    expect(event).toMatchObject({
      action: 'client.delete',
      before: { name: 'Build server', scopes: [ADMIN] },
    })
    await expect(deleteClient(world.admin, client)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not for viewers, and does not reach another organization', async () => {
    const { client } = await create(world.owner)
    await expect(deleteClient(world.viewer, client)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(deleteClient(world.stranger, client)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.db.client.count({ where: { id: client.id } })).toBe(1)
  })
})
