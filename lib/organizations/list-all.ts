import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import { isStorable } from '@/lib/storable'
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

const SELECT = { id: true, name: true, kind: true, createdAt: true } as const

/** One page of the organizations of this installation, with how many members and SSAs each has. */
export async function listAllOrganizations(
  ctx: Ctx,
  input: ListOrganizationsInput,
): Promise<Page<OrganizationRow>> {
  authorize(ctx, 'organization:read-all')
  const plan = planPage(input, input.dir, isStorable)
  const where: Prisma.OrganizationWhereInput = {
    ...(input.kind && { kind: input.kind }),
    ...(input.q && { OR: matching(input.q) }),
  }
  const [read, total] = await Promise.all([
    ctx.db.organization.findMany({
      ...keysetQuery(where, plan, { at: 'createdAt', id: 'id' }),
      select: SELECT,
    }),
    ctx.db.organization.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = await withCounts(ctx, read)
  return toPage(rows, total, { ...plan, cursorOf: row => ({ at: row.createdAt, id: row.id }) })
}

/** Counted for these organizations alone: within the list's own query, Prisma would count those of all. */
async function withCounts(
  ctx: Ctx,
  rows: Omit<OrganizationRow, 'members' | 'ssas'>[],
): Promise<OrganizationRow[]> {
  const where = { organizationId: { in: rows.map(({ id }) => id) } }
  const [members, ssas] = await Promise.all([
    ctx.db.member.groupBy({ by: 'organizationId', where, _count: true }),
    ctx.db.ssa.groupBy({ by: 'organizationId', where, _count: true }),
  ])
  const membersOf = new Map(members.map(group => [group.organizationId, group._count]))
  const ssasOf = new Map(ssas.map(group => [group.organizationId, group._count]))
  return rows.map(row => ({ ...row, members: membersOf.get(row.id) ?? 0, ssas: ssasOf.get(row.id) ?? 0 }))
}

/** Also by a member's e-mail address: that is what people write to support from. */
function matching(q: string): Prisma.OrganizationWhereInput[] {
  const contains = containing(q)
  return [{ name: contains }, { id: contains }, { members: { some: { account: { email: contains } } } }]
}
