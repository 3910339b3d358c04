import { authorize, authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { mailCustomers } from './mails'
import type { SeenTicket, TicketId } from './schema'
import { auditObject, findTicket, moveOn, type TicketFacts } from './write'

/** The customer needs no more. CONFLICT when the ticket has moved on since they saw it. */
export async function closeTicket(ctx: Ctx, seen: SeenTicket): Promise<TicketId> {
  authorizeIn(ctx, 'ticket:write')
  const ticket = await openOne(ctx, seen.number)
  await ctx.db.$transaction(tx => close(tx, ctx, { ticket, seen }))
  return { number: seen.number }
}

/** Staff close it without another word; the customer gets a mail that says how to open it again. */
export async function closeTicketForStaff(ctx: Ctx, seen: SeenTicket): Promise<TicketId> {
  authorize(ctx, 'ticket:handle')
  const ticket = await openOne(ctx, seen.number)
  await ctx.db.$transaction(async tx => {
    await close(tx, ctx, { ticket, seen })
    const said = `${ctx.actor.name} closed the ticket. If something is left to say, write in it: that opens it again.`
    await mailCustomers(tx, ctx, { ticket, said })
  })
  return { number: seen.number }
}

async function openOne(ctx: Ctx, number: number): Promise<TicketFacts> {
  const ticket = await findTicket(ctx, number)
  if (ticket.status === 'CLOSED') throw new AppError('CONFLICT', 'This ticket is closed already.')
  return ticket
}

interface Closing {
  ticket: TicketFacts
  seen: SeenTicket
}

async function close(tx: Tx, ctx: Ctx, { ticket, seen }: Closing): Promise<void> {
  await moveOn(tx, ticket, { ...seen, status: 'CLOSED' })
  await record(tx, ctx, {
    action: 'ticket.close',
    object: auditObject(ticket),
    organizationId: ticket.organizationId,
    before: { status: ticket.status },
  })
}
