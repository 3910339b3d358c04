import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { EXACT_TOTAL } from '@/lib/keyset'
import type { SsaId } from '@/lib/ssa/schema'
import { type ClientView, VIEW_SELECT, viewOf, whereStatus } from './view'

/** Clients in one answer; the list of all clients, filtered by statement, has the rest. */
const SHOWN = 10

export interface ClientsOfSsa {
  rows: ClientView[]
  /** All that were registered with it, and those that work now: each at most one above `EXACT_TOTAL`. */
  total: number
  active: number
}

/** The clients registered with a statement of the organization, the newest first. None for another's statement. */
export async function clientsOfSsa(ctx: OrgCtx, { jti }: SsaId): Promise<ClientsOfSsa> {
  authorizeIn(ctx, 'client:read')
  const now = ctx.clock.now()
  const where = { organizationId: ctx.organization.id, ssaJti: jti }
  const take = EXACT_TOTAL + 1
  const [rows, total, active] = await Promise.all([
    ctx.db.client.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: VIEW_SELECT,
    }),
    ctx.db.client.count({ where, take }),
    ctx.db.client.count({ where: { ...where, ...whereStatus('ACTIVE', now) }, take }),
  ])
  return { rows: rows.map(row => viewOf(row, now)), total, active }
}
