import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { newPerson, personOf } from '@/lib/testing/people'
import { createOrganization } from './create'
import { getOrganization } from './get'
import { listMyOrganizations } from './list-mine'
import { renameOrganization } from './rename'
import { organizationNameSchema } from './schema'

const world = testWorld()

describe('createOrganization', () => {
  it('makes a team with an id that says nothing, owned by whoever made it, and leaves an audit row', async () => {
    const { ctx, accountId } = await newPerson(world)
    const made = await createOrganization(ctx, { name: 'Acme' })
    expect(made).toEqual({ id: expect.stringMatching(/^org:[a-z2-7]{12}$/), name: 'Acme' })
    const mine = await listMyOrganizations(ctx)
    expect(mine).toContainEqual({ ...made, kind: 'TEAM', role: 'OWNER' })
    const event = await world.db.auditEvent.findFirstOrThrow({ where: { objectId: made.id } })
    expect(event).toMatchObject({
      action: 'organization.create',
      organizationId: made.id,
      actorId: accountId,
      after: { name: 'Acme' },
    })
  })

  it('is for people only, and stops after twenty in a day', async () => {
    await expect(createOrganization(world.operator, { name: 'Acme' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const { ctx } = await newPerson(world)
    for (let i = 0; i < 20; i++) await createOrganization(ctx, { name: `Acme ${i}` })
    await expect(createOrganization(ctx, { name: 'One more' })).rejects.toMatchObject({ code: 'LIMIT' })
  })
})

describe('organizationNameSchema', () => {
  it('takes 1 to 100 visible characters, normalized and trimmed', () => {
    expect(organizationNameSchema.parse({ name: '  Ame\u0301lie  ' })).toEqual({ name: 'Amélie' })
    expect(organizationNameSchema.parse({ name: '🙂'.repeat(100) }).name).toHaveLength(200)
    for (const name of ['', '   ', 'a'.repeat(101), 'line\nbreak', 'right\u202eleft', 'null\0']) {
      expect(organizationNameSchema.safeParse({ name }).success, JSON.stringify(name)).toBe(false)
    }
  })
})

describe('renameOrganization', () => {
  it('changes the name, not the id, and records both names once', async () => {
    const org = await world.newOrganization('ADMIN')
    const { id, name: before } = org.organization
    await renameOrganization(org, { name: 'New name' })
    await renameOrganization(org, { name: 'New name' })
    expect(await getOrganization(org)).toMatchObject({ id, name: 'New name', kind: 'TEAM', members: 1 })
    const events = await world.db.auditEvent.findMany({ where: { organizationId: id } })
    expect(events).toMatchObject([
      { action: 'organization.rename', before: { name: before }, after: { name: 'New name' } },
    ])
  })

  it('is not for viewers, and never reaches another organization', async () => {
    await expect(renameOrganization(world.viewer, { name: 'Mine' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await renameOrganization(world.stranger, { name: 'Elsewhere' })
    expect(await getOrganization(world.viewer)).toMatchObject({
      name: world.owner.organization.name,
      members: 3,
    })
  })
})

describe('listMyOrganizations', () => {
  it('shows what this person belongs to, personal first, and nothing else', async () => {
    const { ctx, accountId } = await personOf(await world.newOrganization('VIEWER'))
    const personal = { id: 'github:Ada', foldedId: 'github:ada', name: 'zz', kind: 'PERSONAL' as const }
    await world.db.organization.create({
      data: { ...personal, personalOf: accountId, members: { create: { accountId, role: 'OWNER' } } },
    })
    expect(await listMyOrganizations(ctx)).toMatchObject([
      { id: 'github:Ada', kind: 'PERSONAL', role: 'OWNER' },
      { kind: 'TEAM', role: 'VIEWER' },
    ])
  })
})
