import { describe, expect, it } from 'vitest'
import type { Ctx, OrgCtx } from '@/lib/context'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { queuedMails } from '@/lib/testing/mail'
import { idOf, join, personOf } from '@/lib/testing/people'
import { newStaff, opened, SALES } from '@/lib/testing/tickets'
import { answerTicket } from './answer'
import { closeTicket, closeTicketForStaff } from './close'
import { getTicket } from './get'
import { getTicketForStaff } from './get-for-staff'
import { replyToTicket } from './reply'

const world = testWorld()
const statusOf = async (ctx: OrgCtx, number: number) => (await getTicket(ctx, { number })).status

async function conversation() {
  const org = await world.newOrganization()
  const staff = await newStaff(world, 'OPERATOR')
  const ticket = await opened(org)
  const answer = async (status: 'ANSWERED' | 'WAITING' | 'CLOSED' = 'ANSWERED', by: Ctx = staff.ctx) =>
    answerTicket(by, { ...(await ticket.seen()), text: 'Try again.', status })
  const reply = async (by: Ctx = org) =>
    replyToTicket(by, { ...(await ticket.seen()), text: 'Still broken.' })
  return { org, staff, ...ticket, answer, reply, customer: await personOf(org) }
}

describe('answerTicket', () => {
  it.each(['ANSWERED', 'WAITING', 'CLOSED'] as const)('leaves the ticket %s', async status => {
    const { org, number, answer } = await conversation()
    await answer(status)
    expect(await getTicket(org, { number })).toMatchObject({
      status,
      messages: [{ side: 'CUSTOMER' }, { side: 'STAFF', text: 'Try again.' }],
    })
    expect(await audited(org, String(number))).toEqual(['ticket.open', 'ticket.answer', 'ticket.assign'])
  })

  it('mails whoever wrote in the ticket and is still a member, with a link', async () => {
    const { org, number, answer, reply, customer } = await conversation()
    const [colleague, leaver] = [await join(world, org, 'ADMIN'), await join(world, org, 'ADMIN')]
    await reply(colleague)
    await reply(leaver)
    await world.db.member.deleteMany({ where: { accountId: idOf(leaver) } })
    await answer()
    for (const email of [customer.email, (await personOf(colleague)).email]) {
      const [mail] = await queuedMails(org, email)
      expect(mail?.link).toBe(`https://writ.test/o/${org.organization.id}/tickets/${number}`)
      expect(mail?.text).toContain('Try again.')
      expect(mail?.text).toContain('answer in the portal')
    }
    expect(await queuedMails(org, (await personOf(leaver)).email)).toEqual([])
  })

  it('mails the owners when nobody who wrote is left', async () => {
    const org = await world.newOrganization()
    const admin = await join(world, org, 'ADMIN')
    const { seen } = await opened(admin)
    await world.db.member.deleteMany({ where: { accountId: idOf(admin) } })
    const staff = await newStaff(world, 'OPERATOR')
    await answerTicket(staff.ctx, { ...(await seen()), text: 'Hello.', status: 'ANSWERED' })
    expect(await queuedMails(org, (await personOf(org)).email)).toHaveLength(1)
  })

  it('makes the ticket theirs who answer it first', async () => {
    const { staff, number, answer } = await conversation()
    await answer()
    await answer('ANSWERED', (await newStaff(world, 'SALES')).ctx)
    expect(await getTicketForStaff(staff.ctx, { number })).toMatchObject({ assigneeId: staff.accountId })
  })

  it('is sent once, however often the same one is sent at once', async () => {
    const { org, staff, number, seen, customer } = await conversation()
    const input = { ...(await seen()), text: 'Once.', status: 'ANSWERED' as const }
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => answerTicket(staff.ctx, input)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
    expect((await getTicket(org, { number })).messages).toHaveLength(2)
    expect(await queuedMails(org, customer.email)).toHaveLength(1)
  })

  it('is refused when the customer has written meanwhile', async () => {
    const { staff, seen, reply } = await conversation()
    const before = await seen()
    await reply()
    const late = answerTicket(staff.ctx, { ...before, text: 'Hm.', status: 'CLOSED' })
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Something happened in this ticket meanwhile. Read it, then send again.',
    })
  })

  it('is for staff, sales and operators alike, even of tickets of their own organization', async () => {
    const { org, number, answer } = await conversation()
    await expect(answer('ANSWERED', org)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const sales = await newStaff(world, 'SALES')
    await world.db.member.create({
      data: { organizationId: org.organization.id, accountId: sales.accountId, role: 'VIEWER' },
    })
    await answer('ANSWERED', sales.ctx)
    expect(await statusOf(org, number)).toBe('ANSWERED')
  })
})

describe('replyToTicket', () => {
  it.each(['ANSWERED', 'WAITING'] as const)('makes a ticket open that was %s', async status => {
    const { org, number, answer, reply } = await conversation()
    await answer(status)
    await reply()
    expect(await statusOf(org, number)).toBe('OPEN')
    expect((await audited(org, String(number))).at(-1)).toBe('ticket.reply')
  })

  it('opens a closed ticket again', async () => {
    const { org, number, answer, reply } = await conversation()
    await answer('CLOSED')
    await reply()
    expect(await statusOf(org, number)).toBe('OPEN')
    expect((await audited(org, String(number))).at(-1)).toBe('ticket.reopen')
  })

  it('mails the assignee alone, and everybody of the role once the assignee is no longer staff', async () => {
    const { org, staff, answer, reply } = await conversation()
    const other = await newStaff(world, 'OPERATOR')
    await answer()
    await reply()
    const countOf = async ({ email }: { email: string }) => (await queuedMails(org, email)).length
    expect([await countOf(staff), await countOf(other)]).toEqual([2, 0])
    await world.db.staffGrant.deleteMany({ where: { email: staff.email } })
    await reply()
    expect([await countOf(staff), await countOf(other)]).toEqual([2, 1])
  })

  it('mails whoever is staff when nobody has the role', async () => {
    const org = await world.newOrganization()
    await world.db.staffGrant.deleteMany({ where: { role: 'SALES' } })
    const operator = await newStaff(world, 'OPERATOR')
    await opened(org, SALES)
    expect(await queuedMails(org, operator.email)).toHaveLength(1)
  })

  it('is not for viewers, staff or another organization', async () => {
    const { org, staff, reply } = await conversation()
    await expect(reply(await join(world, org, 'VIEWER'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(reply(staff.ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(reply(world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused after 60 in an hour', async () => {
    const { reply } = await conversation()
    for (let i = 0; i < 60; i++) await reply()
    await expect(reply()).rejects.toMatchObject({ code: 'LIMIT' })
  })
})

describe('closeTicket', () => {
  it('ends the ticket for the customer, with an audit row', async () => {
    const { org, number, seen } = await conversation()
    await closeTicket(org, await seen())
    expect(await statusOf(org, number)).toBe('CLOSED')
    expect(await audited(org, String(number))).toEqual(['ticket.open', 'ticket.close'])
    await expect(closeTicket(org, await seen())).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This ticket is closed already.',
    })
  })

  it('is refused when staff have answered meanwhile', async () => {
    const { org, number, seen, answer } = await conversation()
    const before = await seen()
    await answer()
    await expect(closeTicket(org, before)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await statusOf(org, number)).toBe('ANSWERED')
  })

  it('is not for viewers or another organization', async () => {
    const { org, seen } = await conversation()
    const viewer = await join(world, org, 'VIEWER')
    await expect(closeTicket(viewer, await seen())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(closeTicket(world.stranger, await seen())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of staff tells the customer how to open it again', async () => {
    const { org, staff, number, seen, customer } = await conversation()
    await closeTicketForStaff(staff.ctx, await seen())
    expect(await statusOf(org, number)).toBe('CLOSED')
    expect((await queuedMails(org, customer.email))[0]?.text).toContain('that opens it again')
    await expect(closeTicketForStaff(org, await seen())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('getTicket', () => {
  it('is for every member, and no other organization', async () => {
    const { org, staff, number } = await conversation()
    const viewer = await join(world, org, 'VIEWER')
    await expect(getTicket(viewer, { number })).resolves.toMatchObject({ number })
    await expect(getTicket(world.stranger, { number })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(getTicket(staff.ctx, { number })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(getTicketForStaff(org, { number })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
