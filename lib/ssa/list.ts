import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { isUuid } from '@/lib/is-uuid'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListSsasInput } from './schema'
import { ROW_SELECT, type SsaRow, whereStatus, withStatus } from './view'

/** One page of the organization's statements; search, filter and sort are the database's work. */
export async function listSsas(ctx: OrgCtx, input: ListSsasInput): Promise<Page<SsaRow>> {
  authorizeIn(ctx, 'ssa:read')
  const now = ctx.clock.now()
  const plan = planPage(input, input.dir)
  const where: Prisma.SsaWhereInput = {
    organizationId: ctx.organization.id,
    ...(input.status && whereStatus(input.status, now)),
    ...(input.q && { OR: matching(input.q) }),
  }
  const [read, total] = await Promise.all([
    ctx.db.ssa.findMany({
      ...keysetQuery(where, plan, { at: input.sort, id: 'jti' }),
      select: ROW_SELECT,
    }),
    ctx.db.ssa.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const rows = read.map(row => withStatus(row, now))
  return toPage(rows, total, { ...plan, cursorOf: row => ({ at: row[input.sort], id: row.jti }) })
}

function matching(q: string): Prisma.SsaWhereInput[] {
  const contains = containing(q)
  const text: Prisma.SsaWhereInput[] = [
    { softwareId: contains },
    { description: contains },
    { issuedByName: contains },
  ]
  return isUuid(q) ? [...text, { jti: q }] : text
}
