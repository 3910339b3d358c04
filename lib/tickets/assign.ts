import { authorize } from '@/lib/access/authorize'
import { staffAddresses } from '@/lib/accounts/staff-roles'
import type { Ctx } from '@/lib/context'
import { AppError, invalidField } from '@/lib/errors'
import { recordAssignment } from './answer'
import type { AssignInput, TicketId } from './schema'
import { findTicket } from './write'

export interface Assignee {
  id: string
  name: string
  email: string | null
}

/** Everybody to whom a ticket can be given, by name: staff who have signed in at least once. */
export async function listAssignees(ctx: Ctx): Promise<Assignee[]> {
  authorize(ctx, 'ticket:read-all')
  return ctx.db.account.findMany({
    where: { email: { in: await staffAddresses(ctx.db) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true },
  })
}

/**
 * Gives a ticket to a person of staff, or to nobody; giving it to whoever has it changes nothing. INVALID (`to`) for
 * somebody who is not staff, CONFLICT when it was given to somebody else than `from` meanwhile.
 */
export async function assignTicket(ctx: Ctx, { number, to, from }: AssignInput): Promise<TicketId> {
  authorize(ctx, 'ticket:handle')
  const ticket = await findTicket(ctx, number)
  if (to === ticket.assigneeId) return { number }
  const assignee = to === null ? null : await assigneeOf(ctx, to)
  const before = from
    ? await ctx.db.account.findUnique({ where: { id: from }, select: { name: true } })
    : null
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.ticket.updateMany({
      where: { number, assigneeId: from },
      data: { assigneeId: to },
    })
    if (count === 0) throw new AppError('CONFLICT', 'Somebody assigned this ticket meanwhile.')
    await recordAssignment(tx, ctx, { ticket, from: before?.name ?? null, to: assignee?.name ?? null })
  })
  return { number }
}

async function assigneeOf(ctx: Ctx, id: string): Promise<Assignee> {
  const assignee = (await listAssignees(ctx)).find(one => one.id === id)
  if (!assignee) throw invalidField('to', 'This person is not staff any more. Choose somebody else.')
  return assignee
}
