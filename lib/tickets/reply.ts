import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { takeFromLimit } from '@/lib/limits/take'
import { mailStaff } from './mails'
import type { ReplyInput, TicketId } from './schema'
import { auditObject, authorOf, findTicket, moveOn } from './write'

/** The customer writes: the ticket is open again, whatever it was, and staff get a mail. LIMIT after 60 in an hour. */
export async function replyToTicket(ctx: Ctx, { number, version, text }: ReplyInput): Promise<TicketId> {
  authorizeIn(ctx, 'ticket:write')
  const ticket = await findTicket(ctx, number)
  await takeFromLimit(ctx, {
    key: `ticket-reply:${ctx.organization.id}`,
    limit: 60,
    windowSeconds: 60 * 60,
    message: 'Many messages were sent from this organization.',
  })
  const at = ctx.clock.now()
  await ctx.db.$transaction(async tx => {
    await moveOn(tx, ticket, { number, version, status: 'OPEN', lastMessageAt: at })
    await tx.ticketMessage.create({
      data: { ...authorOf(ctx), ticketNumber: number, side: 'CUSTOMER', text, at },
      select: { id: true },
    })
    const reopened = ticket.status === 'CLOSED'
    await record(tx, ctx, {
      action: reopened ? 'ticket.reopen' : 'ticket.reply',
      object: auditObject(ticket),
    })
    const said = `${ctx.actor.name} of ${ticket.organization.name} ${reopened ? 'opened the ticket again' : 'wrote'}.`
    await mailStaff(tx, ctx, { ticket, said, text })
  })
  return { number }
}
