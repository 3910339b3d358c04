import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { admitted, byEmail, signingIn } from '@/lib/testing/newcomers'
import { homeOrganization } from './home'
import { renameAccount } from './rename'
import { renameAccountSchema } from './schema'
import { showAccount } from './show'

const world = testWorld()

describe('renameAccount', () => {
  it('changes the person’s own name, with an audit row that has both', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    expect(await renameAccount(ctx, { name: 'Ada King' })).toEqual({ name: 'Ada King' })
    await renameAccount(ctx, { name: 'Ada King' })
    expect(await showAccount(ctx)).toMatchObject({ name: 'Ada King', methods: [{ provider: 'EMAIL' }] })
    const events = await world.db.auditEvent.findMany({ where: { objectId: id, action: 'account.rename' } })
    expect(events).toMatchObject([{ before: { name: 'Ada' }, after: { name: 'Ada King' } }])
  })

  it('is for the person alone', async () => {
    for (const ctx of [signingIn(world), world.operator]) {
      await expect(renameAccount(ctx, { name: 'Eve' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('takes visible names of up to 100 characters', () => {
    expect(renameAccountSchema.parse({ name: '  Ada  ' })).toEqual({ name: 'Ada' })
    for (const name of ['', '   ', 'a\u0000b', 'a\u202Eb', 'x'.repeat(101)]) {
      expect(renameAccountSchema.safeParse({ name }).success, JSON.stringify(name)).toBe(false)
    }
  })
})

describe('homeOrganization', () => {
  it('is the one used last, else the personal one, else the first joined, else none', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    const own = await world.db.organization.findUniqueOrThrow({ where: { personalOf: id } })
    const team = world.owner.organization.id
    await world.db.member.create({ data: { organizationId: team, accountId: id, role: 'VIEWER' } })
    expect(await homeOrganization(ctx, team)).toBe(team)
    expect(await homeOrganization(ctx, undefined)).toBe(own.id)
    expect(await homeOrganization(ctx, world.stranger.organization.id)).toBe(own.id)
    await world.db.member.deleteMany({ where: { accountId: id, organizationId: own.id } })
    expect(await homeOrganization(ctx, undefined)).toBe(team)
    await world.db.member.deleteMany({ where: { accountId: id } })
    expect(await homeOrganization(ctx, team)).toBeNull()
  })
})
