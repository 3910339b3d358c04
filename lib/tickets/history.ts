import { authorize } from '@/lib/access/authorize'
import { aboutObject } from '@/lib/audit/about-object'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { TicketId } from './schema'

export interface TicketEvent {
  id: string
  at: Date
  action: string
  actorName: string
  before: Prisma.JsonValue
  after: Prisma.JsonValue
}

/** The latest hundred things that were done to a ticket, newest first, from the audit log. */
export async function ticketHistory(ctx: Ctx, { number }: TicketId): Promise<TicketEvent[]> {
  authorize(ctx, 'ticket:read-all')
  const ticket = await ctx.db.ticket.findUnique({ where: { number }, select: { organizationId: true } })
  if (!ticket) return []
  const about = { organizationIds: [ticket.organizationId, null], type: 'ticket', id: String(number) }
  return ctx.db.auditEvent.findMany({
    ...aboutObject(about, 100),
    select: { id: true, at: true, action: true, actorName: true, before: true, after: true },
  })
}
