import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx, Role } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListMembersInput } from './list-schema'

export interface MemberRow {
  accountId: string
  name: string
  email: string | null
  role: Role
  /** When this person joined. */
  createdAt: Date
}

/** One page of the organization's members, by the date they joined. */
export async function listMembers(ctx: OrgCtx, input: ListMembersInput): Promise<Page<MemberRow>> {
  authorizeIn(ctx, 'member:read')
  const plan = planPage(input, input.dir)
  const where: Prisma.MemberWhereInput = {
    organizationId: ctx.organization.id,
    ...(input.role && { role: input.role }),
    ...(input.q && { account: { OR: matching(input.q) } }),
  }
  const [read, total] = await Promise.all([
    ctx.db.member.findMany({
      ...keysetQuery(where, plan, { at: 'createdAt', id: 'accountId' }),
      select: {
        accountId: true,
        role: true,
        createdAt: true,
        account: { select: { name: true, email: true } },
      },
    }),
    ctx.db.member.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = read.map(({ account, ...member }) => ({ ...member, ...account }))
  return toPage(rows, total, { ...plan, cursorOf: row => ({ at: row.createdAt, id: row.accountId }) })
}

function matching(q: string): Prisma.AccountWhereInput[] {
  return [{ name: containing(q) }, { email: containing(q) }]
}
