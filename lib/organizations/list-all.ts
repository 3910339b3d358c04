import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import type { ListOrganizationsInput } from './list-all-schema'
import type { OrganizationKind } from './schema'

export interface OrganizationRow {
  id: string
  name: string
  kind: OrganizationKind
  createdAt: Date
  members: number
  ssas: number
}

const SELECT = {
  id: true,
  name: true,
  kind: true,
  createdAt: true,
  _count: { select: { members: true, ssas: true } },
} as const satisfies Prisma.OrganizationSelect

/** One page of the organizations of this installation, with how many members and SSAs each has. */
export async function listAllOrganizations(
  ctx: Ctx,
  input: ListOrganizationsInput,
): Promise<Page<OrganizationRow>> {
  authorize(ctx, 'organization:read-all')
  const plan = planPage(input, input.dir)
  const where: Prisma.OrganizationWhereInput = {
    ...(input.kind && { kind: input.kind }),
    ...(input.q && { OR: matching(input.q) }),
  }
  const [read, total] = await Promise.all([
    ctx.db.organization.findMany({
      where: plan.cursor ? { AND: [where, beyond(plan.order, plan.cursor)] } : where,
      orderBy: [{ createdAt: plan.order }, { id: plan.order }],
      take: plan.take,
      select: SELECT,
    }),
    ctx.db.organization.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = read.map(({ _count, ...row }) => ({ ...row, members: _count.members, ssas: _count.ssas }))
  return toPage(rows, total, { ...plan, cursorOf: row => ({ at: row.createdAt, id: row.id }) })
}

/** Also by a member's e-mail address: that is what people write to support from. */
function matching(q: string): Prisma.OrganizationWhereInput[] {
  const contains = { contains: q, mode: 'insensitive' as const }
  return [{ name: contains }, { id: contains }, { members: { some: { account: { email: contains } } } }]
}

/** Rows after the cursor. The plain bound comes first: it is what an index can use. */
function beyond(order: 'asc' | 'desc', { at, id }: Cursor): Prisma.OrganizationWhereInput {
  return order === 'asc'
    ? { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }
    : { createdAt: { lte: at }, OR: [{ createdAt: { lt: at } }, { id: { lt: id } }] }
}
