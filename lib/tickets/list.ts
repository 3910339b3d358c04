import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import { isStorable } from '@/lib/storable'
import type { ListTicketsInput } from './list-schema'
import { cursorOf, ticketQuery, whereTickets } from './read-page'
import { ROW_SELECT, type TicketRow } from './view'

/** One page of the organization's tickets, by default those first in which somebody wrote last. */
export async function listTickets(ctx: Ctx, input: ListTicketsInput): Promise<Page<TicketRow>> {
  authorizeIn(ctx, 'ticket:read')
  const plan = planPage(input, input.dir, isStorable)
  const where = { organizationId: ctx.organization.id, ...whereTickets(input, () => []) }
  const [rows, total] = await Promise.all([
    ctx.db.ticket.findMany({
      ...ticketQuery(where, plan, input.sort),
      select: ROW_SELECT,
    }),
    ctx.db.ticket.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(rows, total, { ...plan, cursorOf: cursorOf(input.sort) })
}
