import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { idOf, join } from '@/lib/testing/people'
import { changeRole } from './change-role'
import { inviteMember } from './invite'
import { leaveOrganization } from './leave'
import { listMembers } from './list'
import { listInvitations } from './list-invitations'
import { listMembersSchema } from './list-schema'
import { mayLeave } from './may-leave'
import { removeMember } from './remove'

const world = testWorld()
const list = (ctx: OrgCtx, query: Record<string, string> = {}) =>
  listMembers(ctx, listMembersSchema.parse(query))
const rolesIn = async (ctx: OrgCtx) => (await list(ctx)).rows.map(row => row.role)
const eventsOf = (ctx: OrgCtx, action: string) =>
  world.db.auditEvent.findMany({ where: { organizationId: ctx.organization.id, action } })

describe('listMembers', () => {
  it('shows every member to every member, a page at a time', async () => {
    const org = await world.newOrganization()
    for (let i = 0; i < 12; i++) await join(world, org, 'VIEWER')
    const first = await list(await join(world, org, 'VIEWER'))
    expect(first).toMatchObject({ total: 14, previous: null, rows: { length: 10 } })
    const second = await list(org, { after: first.next! })
    expect(second).toMatchObject({ total: 14, next: null, rows: { length: 4 } })
    const back = await list(org, { before: second.previous! })
    expect(back.rows).toEqual(first.rows)
    expect(new Set([...first.rows, ...second.rows].map(row => row.accountId)).size).toBe(14)
  })

  it('finds by name, by address and by role', async () => {
    const org = await world.newOrganization()
    const admin = await join(world, org, 'ADMIN')
    await world.db.account.update({ where: { id: idOf(admin) }, data: { name: 'Grace Hopper' } })
    const { email } = await world.db.account.findUniqueOrThrow({ where: { id: idOf(admin) } })
    const found = [
      { accountId: idOf(admin), name: 'Grace Hopper', email, role: 'ADMIN', createdAt: expect.any(Date) },
    ]
    expect((await list(org, { q: 'hopper' })).rows).toEqual(found)
    expect((await list(org, { q: email! })).rows).toEqual(found)
    expect((await list(org, { role: 'ADMIN' })).rows).toEqual(found)
    expect((await list(org, { q: 'nobody' })).rows).toEqual([])
    expect((await list(org, { q: '%' })).rows).toEqual([])
  })
})

describe('changeRole', () => {
  it('gives another role and records both', async () => {
    const org = await world.newOrganization()
    const member = await join(world, org, 'VIEWER')
    await changeRole(org, { accountId: idOf(member), role: 'ADMIN' })
    await changeRole(org, { accountId: idOf(member), role: 'ADMIN' })
    expect(await rolesIn(org)).toEqual(['OWNER', 'ADMIN'])
    expect(await eventsOf(org, 'member.change-role')).toMatchObject([
      { objectId: idOf(member), before: { role: 'VIEWER' }, after: { role: 'ADMIN' } },
    ])
  })

  it('is not for viewers, does not reach other organizations, and keeps admins away from owners', async () => {
    const accountId = idOf(world.viewer)
    await expect(changeRole(world.viewer, { accountId, role: 'ADMIN' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(changeRole(world.stranger, { accountId, role: 'ADMIN' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(changeRole(world.admin, { accountId, role: 'OWNER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const owner = idOf(world.owner)
    await expect(changeRole(world.admin, { accountId: owner, role: 'VIEWER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await rolesIn(world.owner)).toEqual(['OWNER', 'ADMIN', 'VIEWER'])
  })

  it('withdraws the open invitations that the demoted member could not send now', async () => {
    const org = await world.newOrganization()
    const second = await join(world, org, 'OWNER')
    await inviteMember(second, { email: 'o@example.org', role: 'OWNER' })
    await inviteMember(second, { email: 'v@example.org', role: 'VIEWER' })
    await changeRole(org, { accountId: idOf(second), role: 'ADMIN' })
    expect(await listInvitations(org)).toMatchObject([{ email: 'v@example.org' }])
    await changeRole(org, { accountId: idOf(second), role: 'VIEWER' })
    expect(await listInvitations(org)).toEqual([])
    expect(await eventsOf(org, 'invitation.withdraw')).toHaveLength(2)
  })
})

describe('removeMember', () => {
  it('takes the membership and the invitations it sent, and records it', async () => {
    const org = await world.newOrganization()
    const admin = await join(world, org, 'ADMIN')
    await inviteMember(admin, { email: 'v@example.org', role: 'VIEWER' })
    expect(await removeMember(org, { accountId: idOf(admin) })).toEqual({ name: admin.actor.name })
    expect(await rolesIn(org)).toEqual(['OWNER'])
    expect(await listInvitations(org)).toEqual([])
    expect(await eventsOf(org, 'member.remove')).toMatchObject([
      { objectId: idOf(admin), before: { role: 'ADMIN' } },
    ])
    await expect(removeMember(org, { accountId: idOf(admin) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not for viewers, does not reach other organizations, and keeps admins away from owners', async () => {
    const accountId = idOf(world.owner)
    await expect(removeMember(world.viewer, { accountId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(removeMember(world.admin, { accountId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(removeMember(world.stranger, { accountId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reads the role of whoever asks anew: a request that was under way when they were removed is refused', async () => {
    const org = await world.newOrganization()
    const admin = await join(world, org, 'ADMIN')
    const viewer = await join(world, org, 'VIEWER')
    await removeMember(org, { accountId: idOf(admin) })
    await expect(removeMember(admin, { accountId: idOf(viewer) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const demoted = await join(world, org, 'ADMIN')
    await changeRole(org, { accountId: idOf(demoted), role: 'VIEWER' })
    await expect(removeMember(demoted, { accountId: idOf(viewer) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('leaveOrganization', () => {
  it('ends one’s own membership and records it', async () => {
    const org = await world.newOrganization()
    const viewer = await join(world, org, 'VIEWER')
    await leaveOrganization(viewer)
    expect(await rolesIn(org)).toEqual(['OWNER'])
    expect(await eventsOf(org, 'member.leave')).toMatchObject([
      { actorId: idOf(viewer), objectId: idOf(viewer) },
    ])
    await expect(leaveOrganization(viewer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the last owner', () => {
  it('cannot leave, be removed, or take a lesser role', async () => {
    const org = await world.newOrganization()
    const accountId = idOf(org)
    const refusal = { code: 'CONFLICT', message: /is the last owner/ }
    await expect(leaveOrganization(org)).rejects.toMatchObject(refusal)
    await expect(removeMember(org, { accountId })).rejects.toMatchObject(refusal)
    await expect(changeRole(org, { accountId, role: 'ADMIN' })).rejects.toMatchObject(refusal)
    await changeRole(org, { accountId: idOf(await join(world, org, 'ADMIN')), role: 'OWNER' })
    await leaveOrganization(org)
  })

  it('stays when all owners leave, demote and remove each other at once', async () => {
    for (let round = 0; round < 10; round++) {
      const org = await world.newOrganization()
      const owners = [org, await join(world, org, 'OWNER'), await join(world, org, 'OWNER')]
      const attempts = owners.flatMap((owner, i) => {
        const next = idOf(owners[(i + 1) % owners.length]!)
        return [
          () => leaveOrganization(owner),
          () => changeRole(owner, { accountId: next, role: 'VIEWER' }),
          () => removeMember(owner, { accountId: next }),
        ]
      })
      await Promise.allSettled(attempts.map(attempt => attempt()))
      const where = { organizationId: org.organization.id, role: 'OWNER' as const }
      expect(await world.db.member.count({ where })).toBe(1)
    }
  })

  it('is, in a personal organization, always its person', async () => {
    const org = await world.newOrganization()
    await world.db.organization.update({
      where: { id: org.organization.id },
      data: { kind: 'PERSONAL', personalOf: idOf(org) },
    })
    const other = await join(world, org, 'OWNER')
    const refusal = { code: 'CONFLICT', message: /personal organization of/ }
    await expect(removeMember(other, { accountId: idOf(org) })).rejects.toMatchObject(refusal)
    await expect(leaveOrganization(org)).rejects.toMatchObject(refusal)
    expect([await mayLeave(org), await mayLeave(other)]).toEqual([false, true])
    await leaveOrganization(other)
  })
})
