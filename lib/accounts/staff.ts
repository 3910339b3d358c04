import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx, StaffRole } from '@/lib/context'
import { env } from '@/lib/env'
import { notFound } from '@/lib/errors'
import type { StaffGrantInput } from './schema'

/** Gives a platform role to whoever proves this address, now or later. Granting it again changes nothing. */
export async function grantStaff(ctx: Ctx, { email, role }: StaffGrantInput): Promise<void> {
  authorize(ctx, 'staff:grant')
  await ctx.db.$transaction(async tx => {
    const row = { email, role, createdAt: ctx.clock.now() }
    const { count } = await tx.staffGrant.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) return
    const object = { type: 'staff', id: email, name: email }
    await record(tx, ctx, { action: 'staff.grant', object, after: { role } })
  })
}

/** Takes a platform role away; it works no more from the next request on. Throws NOT_FOUND. */
export async function revokeStaff(ctx: Ctx, { email, role }: StaffGrantInput): Promise<void> {
  authorize(ctx, 'staff:grant')
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.staffGrant.deleteMany({ where: { email, role } })
    if (count === 0) throw notFound('This grant')
    const object = { type: 'staff', id: email, name: email }
    await record(tx, ctx, { action: 'staff.revoke', object, before: { role } })
  })
}

export interface StaffView {
  email: string
  role: StaffRole
  /** `settings` means the environment: `WRIT_OPERATORS` or `WRIT_SALES`. */
  from: 'grant' | 'settings'
}

/** Everybody with a platform role, by address. */
export async function listStaff(ctx: Ctx): Promise<StaffView[]> {
  authorize(ctx, 'staff:grant')
  const grants = await ctx.db.staffGrant.findMany({ select: { email: true, role: true } })
  const { WRIT_OPERATORS, WRIT_SALES } = env()
  const named = (emails: string[], role: StaffRole) => emails.map(email => ({ email, role }))
  const settings = [...named(WRIT_OPERATORS, 'OPERATOR'), ...named(WRIT_SALES, 'SALES')]
  const all: StaffView[] = [
    ...grants.map(grant => ({ ...grant, from: 'grant' as const })),
    ...settings.map(entry => ({ ...entry, from: 'settings' as const })),
  ]
  return all.sort((a, b) => a.email.localeCompare(b.email))
}
