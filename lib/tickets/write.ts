import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError, notFound } from '@/lib/errors'
import type { SeenTicket, TicketStatus } from './schema'

/** What every verb wants to know of the ticket that it changes. */
export interface TicketFacts {
  number: number
  kind: 'SALES' | 'SUPPORT'
  status: TicketStatus
  subject: string
  organizationId: string
  organization: { name: string }
  assigneeId: string | null
}

export const FACTS = {
  number: true,
  kind: true,
  status: true,
  subject: true,
  organizationId: true,
  organization: { select: { name: true } },
  assigneeId: true,
} as const

/** The ticket with this number, of the organization at hand if there is one. Throws NOT_FOUND. */
export async function findTicket({ db, organization }: Ctx, number: number): Promise<TicketFacts> {
  const where = { number, ...(organization && { organizationId: organization.id }) }
  const ticket = await db.ticket.findFirst({ where, select: FACTS })
  if (!ticket) throw notFound('This ticket')
  return ticket
}

/**
 * Takes a ticket that somebody saw to its next state: of parallel tries one succeeds. CONFLICT when it has moved on
 * since they saw it, so that nobody answers what they have not read, and nothing is sent twice.
 */
export async function moveOn(
  tx: Tx,
  { status: from, organizationId }: TicketFacts,
  { number, version, ...next }: SeenTicket & { status: TicketStatus; lastMessageAt?: Date },
): Promise<void> {
  const { count } = await tx.ticket.updateMany({
    where: { number, organizationId, version, status: from },
    data: { ...next, version: { increment: 1 } },
  })
  if (count === 1) return
  throw new AppError('CONFLICT', 'Something happened in this ticket meanwhile. Read it, then send again.')
}

/** Who writes, as it stands beside the text. */
export function authorOf({ actor }: Ctx): { authorId: string | null; authorName: string } {
  const authorId = 'accountId' in actor ? actor.accountId : null
  return { authorId, authorName: actor.name }
}

/** A ticket as the audit log names it: by its number, never by what was written in it. */
export function auditObject({ number }: { number: number }) {
  return { type: 'ticket', id: String(number), name: `#${number}` }
}
