import type { Ctx } from '@/lib/context'
import { inBatches } from '@/lib/export/file'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { AuditFilter, ListAuditInput } from './schema'
import { AUDIT_SELECT, type AuditRow } from './view'

/** Whose entries are read: one organization's, or everyone's. */
export type AuditScope = { organizationId: string } | Record<string, never>

const SORTED_BY = { at: 'at', id: 'id' } as const

/** One page of the entries in this scope; whoever calls has authorized it. */
export async function readAuditPage(
  ctx: Ctx,
  scope: AuditScope,
  input: ListAuditInput,
): Promise<Page<AuditRow>> {
  const plan = planPage(input, input.dir)
  const where = whereAudit(scope, input)
  const [rows, total] = await Promise.all([
    ctx.db.auditEvent.findMany({
      ...keysetQuery(where, plan, SORTED_BY),
      select: AUDIT_SELECT,
    }),
    ctx.db.auditEvent.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(rows, total, { ...plan, cursorOf: ({ at, id }) => ({ at, id }) })
}

/** Every entry that the filters let through, the latest first. */
export function readAuditBatches(
  ctx: Ctx,
  scope: AuditScope,
  filter: AuditFilter,
): AsyncGenerator<AuditRow[]> {
  const where = whereAudit(scope, filter)
  return inBatches((last, take) =>
    ctx.db.auditEvent.findMany({
      ...keysetQuery(where, { cursor: last ?? null, order: 'desc', take }, SORTED_BY),
      select: AUDIT_SELECT,
    }),
  )
}

function whereAudit(scope: AuditScope, filter: AuditFilter): Prisma.AuditEventWhereInput {
  const all: Prisma.AuditEventWhereInput[] = [scope]
  if (filter.q) all.push({ OR: matching(filter.q) })
  if (filter.actor) all.push({ OR: [{ actorId: filter.actor }, { actorName: containing(filter.actor) }] })
  if (filter.action)
    all.push({ OR: [{ action: filter.action }, { action: { startsWith: `${filter.action}.` } }] })
  if (filter.objectType) all.push({ objectType: filter.objectType })
  if (filter.objectId) all.push({ objectId: filter.objectId })
  if (filter.from) all.push({ at: { gte: new Date(filter.from) } })
  if (filter.to) all.push({ at: { lt: new Date(filter.to) } })
  return { AND: all }
}

function matching(q: string): Prisma.AuditEventWhereInput[] {
  return [
    { actorName: containing(q) },
    { objectName: containing(q) },
    { objectId: containing(q) },
    { action: containing(q) },
  ]
}
