import { staffAddresses } from '@/lib/accounts/staff-roles'
import type { StaffRole } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { memberAddresses } from '@/lib/organizations/member-addresses'
import type { TicketKind } from './schema'
import type { TicketFacts } from './write'

const RESPONSIBLE: Record<TicketKind, StaffRole> = { SALES: 'SALES', SUPPORT: 'OPERATOR' }

/** Whom a customer's message is mailed to: the assignee, else everybody of the role, else whoever is staff at all. */
export async function staffOf(tx: Tx, { kind, assigneeId }: TicketFacts): Promise<string[]> {
  const everybody = await staffAddresses(tx)
  const assignee = assigneeId
    ? await tx.account.findUnique({ where: { id: assigneeId }, select: { email: true } })
    : null
  // Somebody who has left the staff must not get customers' messages any more.
  if (assignee?.email && everybody.includes(assignee.email)) return [assignee.email]
  const responsible = await staffAddresses(tx, RESPONSIBLE[kind])
  return responsible.length > 0 ? responsible : everybody
}

/** Whom an answer is mailed to: the members who wrote in the ticket; the owners when none of them is left. */
export async function customersOf(tx: Tx, { number, organizationId }: TicketFacts): Promise<string[]> {
  const wrote = { some: { ticketNumber: number, side: 'CUSTOMER' as const } }
  const writers = await memberAddresses(tx, { organizationId, account: { ticketMessages: wrote } })
  return writers.length > 0 ? writers : memberAddresses(tx, { organizationId, role: 'OWNER' })
}
