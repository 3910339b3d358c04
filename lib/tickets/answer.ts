import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { mailCustomers } from './mails'
import type { AnswerInput, TicketId } from './schema'
import { staffId } from './staff'
import { auditObject, authorOf, findTicket, moveOn, type TicketFacts } from './write'

const SAID: Record<AnswerInput['status'], string> = {
  ANSWERED: 'answered',
  WAITING: 'answered and waits for your reply',
  CLOSED: 'answered and closed the ticket; write in it to open it again',
}

/** Staff write to the customer, who gets a mail. A ticket that was nobody's is theirs from now on. */
export async function answerTicket(ctx: Ctx, input: AnswerInput): Promise<TicketId> {
  authorize(ctx, 'ticket:handle')
  const { number, version, text, status } = input
  const ticket = await findTicket(ctx, number)
  const at = ctx.clock.now()
  await ctx.db.$transaction(async tx => {
    await moveOn(tx, ticket, { number, version, status, lastMessageAt: at })
    await tx.ticketMessage.create({
      data: { ...authorOf(ctx), ticketNumber: number, side: 'STAFF', text, at },
      select: { id: true },
    })
    await record(tx, ctx, {
      action: 'ticket.answer',
      object: auditObject(ticket),
      organizationId: ticket.organizationId,
      ...(ticket.status !== status && { before: { status: ticket.status }, after: { status } }),
    })
    await takeIfFree(tx, ctx, ticket)
    await mailCustomers(tx, ctx, { ticket, said: `${ctx.actor.name} ${SAID[status]}.`, text })
  })
  return { number }
}

async function takeIfFree(tx: Tx, ctx: Ctx, ticket: TicketFacts): Promise<void> {
  const { number } = ticket
  const assigneeId = staffId(ctx)
  const { count } = await tx.ticket.updateMany({ where: { number, assigneeId: null }, data: { assigneeId } })
  if (count === 1) await recordAssignment(tx, ctx, { ticket, from: null, to: ctx.actor.name })
}

interface Assignment {
  ticket: TicketFacts
  /** Names of people; null: nobody. */
  from: string | null
  to: string | null
}

/** Who looks after what is the staff's own business: the organization's audit log does not show it. */
export async function recordAssignment(tx: Tx, ctx: Ctx, { ticket, from, to }: Assignment): Promise<void> {
  await record(tx, ctx, {
    action: 'ticket.assign',
    object: auditObject(ticket),
    organizationId: null,
    ...(from !== null && { before: { assignee: from } }),
    ...(to !== null && { after: { assignee: to } }),
  })
}
