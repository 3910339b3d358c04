import { randomUUID } from 'node:crypto'
import type { Ctx, OrgCtx, StaffRole } from '@/lib/context'
import { getTicketForStaff } from '@/lib/tickets/get-for-staff'
import { openTicket } from '@/lib/tickets/open'
import { openTicketSchema, type SeenTicket } from '@/lib/tickets/schema'
import type { World } from './context'

export interface StaffPerson {
  ctx: Ctx
  accountId: string
  email: string
}

/** A new person of staff, who belongs to no organization and gets the mails of this role. */
export async function newStaff(world: World, role: StaffRole): Promise<StaffPerson> {
  const email = `${role.toLowerCase()}-${randomUUID()}@example.com`
  const { id, name } = await world.db.account.create({ data: { name: `Staff ${email}`, email } })
  await world.db.staffGrant.create({ data: { email, role } })
  const actor = { kind: 'staff' as const, accountId: id, name, roles: [role] }
  return { ctx: { ...world.operator, actor, requestId: randomUUID() }, accountId: id, email }
}

export const SALES = {
  kind: 'SALES',
  subject: 'Enterprise license',
  text: 'We need more.\nWhat does it cost?',
  productCode: 'adminui001',
  mau: 5000,
  contactName: 'Ada Lovelace',
  contactEmail: 'ada@acme.example',
} as const
export const SUPPORT = { kind: 'SUPPORT', subject: 'It does not start', text: 'Please help.' } as const

/** Opens a ticket; `seen` tells what it is now, as whoever acts next says it. */
export async function opened(ctx: OrgCtx, input: typeof SALES | typeof SUPPORT = SUPPORT) {
  const { number } = await openTicket(ctx, openTicketSchema.parse(input))
  return { number, seen: () => seenNow(ctx, number) }
}

async function seenNow(ctx: Ctx, number: number): Promise<SeenTicket> {
  const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'test' }, organization: null }
  const { version } = await getTicketForStaff(system, { number })
  return { number, version }
}
