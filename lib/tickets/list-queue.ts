import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import { isStorable } from '@/lib/storable'
import type { ListQueueInput } from './list-schema'
import { cursorOf, ticketQuery, whereTickets } from './read-page'
import { staffId } from './staff'
import { QUEUE_SELECT, type QueueRow, toQueueRow } from './view'

/** One page of everybody's tickets, for staff. */
export async function listQueue(ctx: Ctx, input: ListQueueInput): Promise<Page<QueueRow>> {
  authorize(ctx, 'ticket:read-all')
  const plan = planPage(input, input.dir, isStorable)
  const where = { ...whereTickets(input, inOrganization), ...whereAssigned(ctx, input.assignee) }
  const [read, total] = await Promise.all([
    ctx.db.ticket.findMany({
      ...ticketQuery(where, plan, input.sort),
      select: QUEUE_SELECT,
    }),
    ctx.db.ticket.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(read.map(toQueueRow), total, { ...plan, cursorOf: cursorOf(input.sort) })
}

function inOrganization(q: string): Prisma.TicketWhereInput[] {
  return [{ organizationId: containing(q) }, { organization: { name: containing(q) } }]
}

function whereAssigned(ctx: Ctx, assignee: string): Prisma.TicketWhereInput {
  if (assignee === '') return {}
  if (assignee === 'nobody') return { assigneeId: null }
  return { assigneeId: assignee === 'me' ? staffId(ctx) : assignee }
}
