import { beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { encodeCursor } from '@/lib/keyset'
import { audited } from '@/lib/testing/audit'
import { testWorld } from '@/lib/testing/context'
import { newStaff, opened, SALES, type StaffPerson, SUPPORT } from '@/lib/testing/tickets'
import { assignTicket, listAssignees } from './assign'
import { closeTicket } from './close'
import { getTicketForStaff } from './get-for-staff'
import { listTickets } from './list'
import { listQueue } from './list-queue'
import { listQueueSchema, listTicketsSchema } from './list-schema'

const world = testWorld()
let sales: StaffPerson
let other: StaffPerson
const numbers: number[] = []

beforeAll(async () => {
  sales = await newStaff(world, 'SALES')
  other = await newStaff(world, 'OPERATOR')
  for (let i = 0; i < 12; i++) {
    world.clock.pass(60)
    const { number } = await opened(i % 2 ? world.stranger : world.owner, i % 3 ? SUPPORT : SALES)
    numbers.push(number)
    if (i % 6 === 0) world.clock.pass(3600)
  }
})

const queue = (query: Record<string, string> = {}, ctx: Ctx = sales.ctx) =>
  listQueue(ctx, listQueueSchema.parse(query))
const numbersOf = async (page: Promise<{ rows: { number: number }[] }>) =>
  (await page).rows.map(({ number }) => number)

describe('listQueue', () => {
  it('shows the tickets of every organization, a page at a time, the latest first', async () => {
    const first = await queue()
    expect(first).toMatchObject({ total: 12, previous: null })
    expect(first.rows[0]).toMatchObject({
      number: numbers[11],
      organizationName: world.stranger.organization.name,
      assigneeName: null,
    })
    const second = await queue({ after: first.next! })
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([...numbers].reverse())
    expect((await queue({ before: second.previous! })).rows).toEqual(first.rows)
    expect(await numbersOf(queue({ dir: 'asc', sort: 'createdAt' }))).toEqual(numbers.slice(0, 10))
  })

  it('finds by number, subject, organization, kind and state', async () => {
    expect(await numbersOf(queue({ q: `#${numbers[3]}` }))).toEqual([numbers[3]])
    expect(await numbersOf(queue({ q: String(numbers[3]) }))).toEqual([numbers[3]])
    expect((await queue({ q: 'not start' })).total).toBe(8)
    expect((await queue({ q: world.owner.organization.id.toUpperCase() })).total).toBe(6)
    expect((await queue({ kind: 'SALES' })).total).toBe(4)
    expect((await queue({ status: 'OPEN' })).total).toBe(12)
    expect((await queue({ status: 'CLOSED' })).total).toBe(0)
    expect((await queue({ q: '100%' })).total).toBe(0)
  })

  it('goes on past a cursor that somebody made up', async () => {
    const at = new Date(0)
    for (const id of ['', 'x', '99999999999999', '-1']) {
      expect(await queue({ after: encodeCursor({ at, id }) })).toMatchObject({ rows: [] })
    }
  })

  it('is for staff', async () => {
    await expect(queue({}, world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('assignTicket', () => {
  const assigneeOf = async (number: number) => (await getTicketForStaff(sales.ctx, { number })).assigneeName
  const assign = (number: number, to: string | null, from: string | null = null) =>
    assignTicket(sales.ctx, { number, to, from })

  it('gives a ticket to a person of staff and takes it back, with an audit row for each change', async () => {
    const number = numbers[0]!
    await assign(number, other.accountId)
    expect(await assigneeOf(number)).toBe(other.ctx.actor.name)
    expect(await numbersOf(queue({ assignee: other.accountId }))).toEqual([number])
    expect(await numbersOf(queue({ assignee: 'me' }, other.ctx))).toEqual([number])
    expect(await numbersOf(queue({ assignee: 'me' }))).toEqual([])
    expect((await queue({ assignee: 'nobody' })).total).toBe(11)
    await assign(number, other.accountId, other.accountId)
    await assign(number, null, other.accountId)
    await assign(number, null)
    expect(await assigneeOf(number)).toBeNull()
    expect(await audited(world.owner, String(number))).toEqual([
      'ticket.open',
      'ticket.assign',
      'ticket.assign',
    ])
  })

  it('lets one of many have it who take it at once', async () => {
    const number = numbers[1]!
    const people = await Promise.all(Array.from({ length: 8 }, () => newStaff(world, 'SALES')))
    const tries = await Promise.allSettled(
      people.map(({ ctx, accountId }) => assignTicket(ctx, { number, to: accountId, from: null })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CONFLICT' })
  })

  it('gives it to nobody who is not staff', async () => {
    await world.db.staffGrant.deleteMany({ where: { email: other.email } })
    await expect(assign(numbers[2]!, other.accountId)).rejects.toMatchObject({
      fields: { to: 'This person is not staff any more. Choose somebody else.' },
    })
    expect(await listAssignees(sales.ctx)).not.toContainEqual(expect.objectContaining({ email: other.email }))
  })

  it('is for staff', async () => {
    const input = { number: numbers[2]!, to: null, from: null }
    await expect(assignTicket(world.owner, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listAssignees(world.owner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(assign(1, null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('listTickets', () => {
  const list = (query: Record<string, string> = {}, ctx: Ctx = world.viewer) =>
    listTickets(ctx, listTicketsSchema.parse(query))

  it('shows every member the tickets of their organization alone', async () => {
    const own = numbers.filter((_, i) => i % 2 === 0)
    expect(await numbersOf(list())).toEqual([...own].reverse())
    expect(JSON.stringify(await list())).not.toContain('assignee')
    expect(await numbersOf(list({ q: String(numbers[1]) }))).toEqual([])
  })

  it('is narrowed by state and kind', async () => {
    await closeTicket(world.owner, { number: numbers[0]!, version: 1 })
    expect(await numbersOf(list({ status: 'CLOSED' }))).toEqual([numbers[0]])
    expect((await list({ kind: 'SUPPORT' })).total).toBe(4)
  })

  it('is not for staff, who have the queue', async () => {
    await expect(list({}, sales.ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
