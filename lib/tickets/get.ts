import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { TicketId } from './schema'
import { type TicketView, toView, VIEW_SELECT } from './view'

/** One ticket of the organization with its conversation, as every member may read it. */
export async function getTicket(ctx: Ctx, { number }: TicketId): Promise<TicketView> {
  authorizeIn(ctx, 'ticket:read')
  const row = await ctx.db.ticket.findFirst({
    where: { number, organizationId: ctx.organization.id },
    select: VIEW_SELECT,
  })
  if (!row) throw notFound('This ticket')
  return toView(row, ctx.clock.now())
}
