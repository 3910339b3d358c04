import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import { isStorable } from '@/lib/storable'
import type { ListClientsInput } from './list-schema'
import { beyond, cursorOf, orderBy } from './order'
import { type ClientView, tenantOf, VIEW_SELECT, viewOf, whereStatus } from './view'

/** One page of the clients of the organization, or of the platform. */
export async function listClients(ctx: Ctx, input: ListClientsInput): Promise<Page<ClientView>> {
  authorize(ctx, 'client:read')
  const now = ctx.clock.now()
  const plan = planPage(input, input.dir, isStorable)
  const where: Prisma.ClientWhereInput = {
    ...tenantOf(ctx),
    ...(input.kind && { kind: input.kind }),
    ...(input.ssa && { ssaJti: input.ssa }),
    AND: [
      input.status ? whereStatus(input.status, now) : {},
      input.q ? { OR: [{ name: containing(input.q) }, { id: input.q.toLowerCase() }] } : {},
    ],
  }
  const [read, total] = await Promise.all([
    ctx.db.client.findMany({
      where: plan.cursor ? { AND: [where, beyond(input.sort, plan.order, plan.cursor)] } : where,
      orderBy: orderBy(input.sort, plan.order),
      take: plan.take,
      select: VIEW_SELECT,
    }),
    ctx.db.client.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = read.map(row => viewOf(row, now))
  return toPage(rows, total, { ...plan, cursorOf: row => cursorOf(row, input.sort) })
}
