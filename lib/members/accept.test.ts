import { beforeEach, describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { listMyOrganizations } from '@/lib/organizations/list-mine'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { newPerson, type Person } from '@/lib/testing/people'
import { acceptInvitation } from './accept'
import { inviteMember } from './invite'
import { listInvitations } from './list-invitations'
import { previewInvitation } from './preview'
import { removeMember } from './remove'

const world = testWorld()
let org: OrgCtx
let ada: Person
let token: string

beforeEach(async () => {
  org = await world.newOrganization()
  ada = await newPerson(world)
  await inviteMember(org, { email: ada.email, role: 'ADMIN' })
  const [mail] = await queuedMails(org, ada.email)
  token = mail!.link!.split('/').at(-1)!
})

const preview = (viewer: string | null) => previewInvitation(org, { token }, viewer)
const joins = () =>
  world.db.auditEvent.findMany({ where: { action: 'member.join', objectId: ada.accountId } })

describe('acceptInvitation', () => {
  it('makes the invited person a member with the offered role, and records it', async () => {
    expect(await acceptInvitation(ada.ctx, { token })).toEqual({ organization: org.organization })
    expect(await listMyOrganizations(ada.ctx)).toContainEqual({
      ...org.organization,
      kind: 'TEAM',
      role: 'ADMIN',
    })
    expect(await listInvitations(org)).toEqual([])
    expect(await joins()).toMatchObject([
      {
        organizationId: org.organization.id,
        actorId: ada.accountId,
        after: { role: 'ADMIN', email: ada.email },
      },
    ])
  })

  it('is harmless twice, one after the other and at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => acceptInvitation(ada.ctx, { token })))
    expect(new Set(answers.map(one => one.organization.id))).toEqual(new Set([org.organization.id]))
    await acceptInvitation(ada.ctx, { token })
    expect(await joins()).toHaveLength(1)
    expect(await preview(ada.accountId)).toEqual({ state: 'member', organization: org.organization })
  })

  it('works once only: a member who was removed does not come back by the same link', async () => {
    await acceptInvitation(ada.ctx, { token })
    await removeMember(org, { accountId: ada.accountId })
    await expect(acceptInvitation(ada.ctx, { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await preview(ada.accountId)).toEqual({ state: 'unknown' })
  })

  it('refuses another account, with the invited address masked', async () => {
    const eve = await newPerson(world)
    const masked = `o•••${ada.email.slice(ada.email.indexOf('@'))}`
    await expect(acceptInvitation(eve.ctx, { token })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: `This invitation is for ${masked}. Sign in with that address.`,
    })
    expect(await preview(eve.accountId)).toEqual({
      state: 'other',
      offer: { organization: { name: org.organization.name } },
      address: masked,
      signedInAs: eve.email,
    })
    expect(await joins()).toEqual([])
  })

  it('refuses an account without a verified address', async () => {
    await world.db.account.update({ where: { id: ada.accountId }, data: { email: null } })
    await expect(acceptInvitation(ada.ctx, { token })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await preview(ada.accountId)).toMatchObject({ state: 'other', signedInAs: ada.ctx.actor.name })
  })

  it('refuses an expired link, and what is no link at all', async () => {
    world.clock.pass(7 * 24 * 60 * 60)
    await expect(acceptInvitation(ada.ctx, { token })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This invitation has expired. Ask for a new one.',
    })
    expect(await preview(null)).toEqual({ state: 'expired', organization: { name: org.organization.name } })
    await expect(acceptInvitation(ada.ctx, { token: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('previewInvitation', () => {
  it('tells a visitor what is offered, without the id and the whole address, and consumes nothing', async () => {
    const seen = await preview(null)
    expect(seen).toMatchObject({
      state: 'visitor',
      offer: { organization: { name: org.organization.name }, invitedBy: org.actor.name, role: 'ADMIN' },
    })
    expect(JSON.stringify(seen)).not.toContain(ada.email)
    expect(JSON.stringify(seen)).not.toContain(`"id"`)
    expect(await preview(ada.accountId)).toMatchObject({ state: 'open' })
    await acceptInvitation(ada.ctx, { token })
  })
})
