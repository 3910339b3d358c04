import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { TicketId } from './schema'
import { QUEUE_SELECT, TEXT_SELECT, type TicketText, type TicketView, toView, VIEW_SELECT } from './view'

export interface StaffTicketView extends TicketView {
  organizationId: string
  organizationName: string
  assigneeId: string | null
  assigneeName: string | null
  /** Oldest first; the organization never sees them. */
  notes: TicketText[]
}

/** One ticket of any organization, with the notes that staff left on it. */
export async function getTicketForStaff(ctx: Ctx, { number }: TicketId): Promise<StaffTicketView> {
  authorize(ctx, 'ticket:read-all')
  const row = await ctx.db.ticket.findUnique({
    where: { number },
    select: { ...QUEUE_SELECT, ...VIEW_SELECT, notes: TEXT_SELECT },
  })
  if (!row) throw notFound('This ticket')
  const { organization, organizationId, assignee, assigneeId, notes, ...ticket } = row
  return {
    ...toView(ticket, ctx.clock.now()),
    organizationId,
    organizationName: organization.name,
    assigneeId,
    assigneeName: assignee?.name ?? null,
    notes,
  }
}
