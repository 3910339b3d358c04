import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { idOf, join, newPerson } from '@/lib/testing/people'
import { acceptInvitation } from './accept'
import { inviteMember } from './invite'
import { listInvitations } from './list-invitations'
import { previewInvitation } from './preview'
import { resendInvitation } from './resend'
import { withdrawInvitation } from './withdraw'

const world = testWorld()

async function tokenMailedTo(ctx: OrgCtx, email: string): Promise<string> {
  const [mail] = await queuedMails(ctx, email)
  return mail!.link!.replace('https://writ.test/invitation/', '')
}

/** An organization, and a person outside it who was invited. */
async function invited(role: 'OWNER' | 'ADMIN' | 'VIEWER' = 'VIEWER') {
  const org = await world.newOrganization()
  const person = await newPerson(world)
  const row = await inviteMember(org, { email: person.email, role })
  return { org, person, row, token: await tokenMailedTo(org, person.email) }
}

describe('inviteMember', () => {
  it('queues one mail with the link, stores only its hash, and leaves an audit row', async () => {
    const { org, person, row, token } = await invited('ADMIN')
    expect(row).toEqual({
      id: expect.any(String),
      email: person.email,
      role: 'ADMIN',
      invitedBy: org.actor.name,
      sentAt: world.clock.now(),
      expiresAt: new Date(world.clock.now().getTime() + 7 * DAY_SECONDS * 1000),
      expired: false,
    })
    expect(await listInvitations(org)).toEqual([row])
    const [mail] = await queuedMails(org, person.email)
    expect(mail).toMatchObject({ subject: `Join ${org.organization.name} on Writ` })
    expect(mail!.text).toContain(`${org.actor.name} invites you`)
    const [dump] = await world.db.$queryRaw<{ all: string }[]>`
      SELECT (SELECT json_agg(i) FROM invitation i)::text || (SELECT json_agg(j) FROM jobs.job j)::text
        || (SELECT json_agg(e) FROM audit_event e)::text AS all`
    expect(token).toMatch(/^writ_inv_.{43}$/)
    expect(dump!.all).not.toContain(token)
    expect(await world.db.auditEvent.findFirst({ where: { objectId: row.id } })).toMatchObject({
      action: 'invitation.send',
      organizationId: org.organization.id,
      objectName: person.email,
      after: { role: 'ADMIN' },
    })
  })

  it('says so when the address belongs to a member, or has an open invitation', async () => {
    const { org, person } = await invited()
    await expect(inviteMember(org, { email: person.email, role: 'ADMIN' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `${person.email} has an open invitation. Resend it instead.`,
    })
    expect(await queuedMails(org, person.email)).toHaveLength(1)
    const member = await join(world, org, 'VIEWER')
    const { email } = await world.db.account.findUniqueOrThrow({ where: { id: idOf(member) } })
    await expect(inviteMember(org, { email: email!, role: 'ADMIN' })).rejects.toMatchObject({
      code: 'INVALID',
      fields: { email: `${email} is a member already.` },
    })
  })

  it('invites anew once the first invitation has expired', async () => {
    const { org, person } = await invited()
    world.clock.pass(7 * DAY_SECONDS)
    expect(await listInvitations(org)).toMatchObject([{ email: person.email, expired: true }])
    await inviteMember(org, { email: person.email, role: 'ADMIN' })
    expect(await listInvitations(org)).toMatchObject([{ role: 'ADMIN', expired: false }])
  })

  it('invites once among parallel requests', async () => {
    const org = await world.newOrganization()
    const ask = () => inviteMember(org, { email: 'ada@example.org', role: 'VIEWER' })
    const answers = await Promise.allSettled(Array.from({ length: 8 }, ask))
    expect(answers.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await queuedMails(org, 'ada@example.org')).toHaveLength(1)
  })

  it('is not for viewers, and admins cannot make owners', async () => {
    const input = { email: 'grace@example.org', role: 'VIEWER' as const }
    await expect(inviteMember(world.viewer, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(inviteMember(world.admin, { ...input, role: 'OWNER' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await queuedMails(world.owner, input.email)).toEqual([])
    await inviteMember(world.admin, input)
    await expect(listInvitations(world.stranger)).resolves.toEqual([])
  })

  it('mails at most twenty in an hour for one organization, resent ones included', async () => {
    const org = await world.newOrganization()
    const { id } = await inviteMember(org, { email: 'zero@example.org', role: 'VIEWER' })
    for (let i = 0; i < 19; i++) await resendInvitation(org, { id })
    const more = inviteMember(org, { email: 'more@example.org', role: 'VIEWER' })
    await expect(more).rejects.toMatchObject({ code: 'LIMIT', retryAfter: 3600 })
    world.clock.pass(3600)
    await inviteMember(org, { email: 'more@example.org', role: 'VIEWER' })
  })
})

describe('resendInvitation', () => {
  it('mails a new link for seven more days and ends the former one', async () => {
    const { org, person, row, token } = await invited()
    world.clock.pass(8 * DAY_SECONDS)
    const sent = await resendInvitation(org, { id: row.id })
    expect(sent).toMatchObject({ id: row.id, expired: false, sentAt: world.clock.now() })
    expect(await previewInvitation(org, { token }, null)).toEqual({ state: 'unknown' })
    await acceptInvitation(person.ctx, { token: await tokenMailedTo(org, person.email) })
    const actions = await world.db.auditEvent.findMany({
      where: { objectId: row.id },
      orderBy: { id: 'asc' },
    })
    expect(actions.map(one => one.action)).toEqual(['invitation.send', 'invitation.resend'])
  })

  it('does not reach other organizations, viewers, or, for admins, invitations of owners', async () => {
    const { org, row, person, token } = await invited('OWNER')
    const id = row.id
    await expect(resendInvitation(world.stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const [role, code] of [
      ['VIEWER', 'FORBIDDEN'],
      ['ADMIN', 'FORBIDDEN'],
    ] as const) {
      const member = await join(world, org, role)
      await expect(resendInvitation(member, { id })).rejects.toMatchObject({ code })
      await expect(withdrawInvitation(member, { id })).rejects.toMatchObject({ code })
    }
    expect(await queuedMails(org, person.email)).toHaveLength(1)
    expect(await previewInvitation(org, { token }, person.accountId)).toMatchObject({ state: 'open' })
  })
})

describe('withdrawInvitation', () => {
  it('ends the link at once and records it', async () => {
    const { org, person, row, token } = await invited()
    expect(await withdrawInvitation(org, { id: row.id })).toEqual({ email: person.email })
    expect(await listInvitations(org)).toEqual([])
    await expect(acceptInvitation(person.ctx, { token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(withdrawInvitation(org, { id: row.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const where = { objectId: row.id, action: 'invitation.withdraw' }
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })

  it('does not reach other organizations', async () => {
    const { org, row } = await invited()
    await expect(withdrawInvitation(world.stranger, { id: row.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await listInvitations(org)).toHaveLength(1)
  })
})
