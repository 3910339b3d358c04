import { describe, expect, it } from 'vitest'
import { listAudit } from '@/lib/audit/list'
import { listAuditSchema } from '@/lib/audit/schema'
import { testWorld } from '@/lib/testing/context'
import { idOf } from '@/lib/testing/people'
import { newStaff, opened } from '@/lib/testing/tickets'
import { answerTicket } from './answer'
import { assignTicket } from './assign'
import { closeTicketForStaff } from './close'
import { getTicket } from './get'
import { getTicketForStaff } from './get-for-staff'
import { ticketHistory } from './history'
import { listTickets } from './list'
import { listTicketsSchema } from './list-schema'
import { noteOnTicket } from './note'
import { replyToTicket } from './reply'

const world = testWorld()
const SECRET = 'They pay late: ask for a deposit.'

/** Everything that leaves for a customer: what they can read, and every mail to anybody. */
async function seenOutside(org: Awaited<ReturnType<typeof world.newOrganization>>, number: number) {
  const mails = await world.db.$queryRaw<{ sealed: string }[]>`
    SELECT data->>'sealed' AS sealed FROM jobs.job WHERE name = 'mail'`
  return JSON.stringify([
    await getTicket(org, { number }),
    await listTickets(org, listTicketsSchema.parse({})),
    await listAudit(org, listAuditSchema.parse({})),
    mails.map(({ sealed }) => org.secrets.open('mail', Buffer.from(sealed, 'base64')).toString()),
  ])
}

describe('noteOnTicket', () => {
  it('is read by staff, with who wrote it and an audit row of the installation', async () => {
    const org = await world.newOrganization()
    const { ctx } = await newStaff(world, 'SALES')
    const { number } = await opened(org)
    await noteOnTicket(ctx, { number, text: SECRET })
    expect(await getTicketForStaff(ctx, { number })).toMatchObject({
      notes: [{ authorName: ctx.actor.name, text: SECRET, at: world.clock.now() }],
    })
    const events = await ticketHistory(ctx, { number })
    expect(events.map(({ action }) => action)).toEqual(['ticket.note', 'ticket.open'])
    expect(JSON.stringify(events)).not.toContain(SECRET)
  })

  it('never reaches the customer: not on a page, in a list, in the audit log, or in any mail', async () => {
    const org = await world.newOrganization()
    const { ctx } = await newStaff(world, 'OPERATOR')
    const { number, seen } = await opened(org)
    const before = await seenOutside(org, number)
    world.clock.pass(60)
    await noteOnTicket(ctx, { number, text: SECRET })
    expect(await seenOutside(org, number)).toBe(before)
    await answerTicket(ctx, { ...(await seen()), text: 'Hello.', status: 'WAITING' })
    await noteOnTicket(ctx, { number, text: SECRET })
    await replyToTicket(org, { ...(await seen()), text: 'Hi.' })
    await assignTicket(ctx, { number, to: null, from: (await getTicketForStaff(ctx, { number })).assigneeId })
    await closeTicketForStaff(ctx, await seen())
    const after = await seenOutside(org, number)
    expect(after).toContain('Hello.')
    expect(after).not.toContain('deposit')
    expect(after).not.toMatch(/ticket\.(note|assign)/)
  })

  it('is not for members, whatever their role', async () => {
    const org = await world.newOrganization()
    const { number } = await opened(org)
    await expect(noteOnTicket(org, { number, text: 'Mine' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(ticketHistory(org, { number })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { ctx } = await newStaff(world, 'SALES')
    await expect(noteOnTicket(ctx, { number: 1, text: 'Nothing' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await world.db.ticketNote.count({ where: { authorId: idOf(org) } })).toBe(0)
  })
})
