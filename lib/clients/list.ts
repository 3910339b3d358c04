import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListClientsInput } from './schema'
import { type ClientView, tenantOf, VIEW_SELECT, viewOf } from './view'

/** One page of the clients of the organization, or of the platform, by age. */
export async function listClients(ctx: Ctx, input: ListClientsInput): Promise<Page<ClientView>> {
  authorize(ctx, 'client:read')
  const now = ctx.clock.now()
  const plan = planPage(input, input.dir)
  const where: Prisma.ClientWhereInput = {
    ...tenantOf(ctx),
    ...(input.kind && { kind: input.kind }),
    ...(input.ssa && { ssaJti: input.ssa }),
    ...(input.q && { OR: [{ name: containing(input.q) }, { id: input.q.toLowerCase() }] }),
  }
  const [read, total] = await Promise.all([
    ctx.db.client.findMany({
      where: plan.cursor ? { AND: [where, beyond(plan.order, plan.cursor)] } : where,
      orderBy: [{ createdAt: plan.order }, { id: plan.order }],
      take: plan.take,
      select: VIEW_SELECT,
    }),
    ctx.db.client.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = read.map(row => viewOf(row, now))
  return toPage(rows, total, { ...plan, cursorOf: row => ({ at: row.createdAt, id: row.id }) })
}

/** Rows after the cursor. The plain bound comes first: it is what an index can use. */
function beyond(order: 'asc' | 'desc', { at, id }: Cursor): Prisma.ClientWhereInput {
  return order === 'asc'
    ? { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }
    : { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] }
}
