import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { NoteInput, TicketId } from './schema'
import { auditObject, authorOf, findTicket } from './write'

/**
 * Leaves a note for staff alone. Nothing that the customer sees changes: not the ticket's version or time, not the
 * organization's audit log, and no mail is sent.
 */
export async function noteOnTicket(ctx: Ctx, { number, text }: NoteInput): Promise<TicketId> {
  authorize(ctx, 'ticket:handle')
  const ticket = await findTicket(ctx, number)
  await ctx.db.$transaction(async tx => {
    await tx.ticketNote.create({
      data: { ...authorOf(ctx), ticketNumber: number, text, at: ctx.clock.now() },
      select: { id: true },
    })
    await record(tx, ctx, { action: 'ticket.note', object: auditObject(ticket), organizationId: null })
  })
  return { number }
}
