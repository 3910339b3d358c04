import type { Ctx } from '@/lib/context'
import { inBatches } from '@/lib/export/file'
import type { Prisma } from '@/lib/generated/prisma/client'
import { beyond, EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import type { AuditFilter, ListAuditInput } from './schema'
import { AUDIT_SELECT, type AuditRow } from './view'

/** Whose entries are read: one organization's, or everyone's. */
export type AuditScope = { organizationId: string } | Record<string, never>

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
      where: plan.cursor ? { AND: [where, beyond(plan.order, plan.cursor)] } : where,
      orderBy: [{ at: plan.order }, { id: plan.order }],
      take: plan.take,
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
      where: last ? { AND: [where, beyond('desc', last)] } : where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take,
      select: AUDIT_SELECT,
    }),
  )
}

function whereAudit(scope: AuditScope, filter: AuditFilter): Prisma.AuditEventWhereInput {
  const all: Prisma.AuditEventWhereInput[] = [scope]
  if (filter.q) all.push({ OR: matching(filter.q) })
  if (filter.actor) all.push({ OR: [{ actorId: filter.actor }, { actorName: part(filter.actor) }] })
  if (filter.action)
    all.push({ OR: [{ action: filter.action }, { action: { startsWith: `${filter.action}.` } }] })
  if (filter.objectType) all.push({ objectType: filter.objectType })
  if (filter.objectId) all.push({ objectId: filter.objectId })
  if (filter.from) all.push({ at: { gte: new Date(filter.from) } })
  if (filter.to) all.push({ at: { lt: new Date(filter.to) } })
  return { AND: all }
}

function matching(q: string): Prisma.AuditEventWhereInput[] {
  return [{ actorName: part(q) }, { objectName: part(q) }, { objectId: part(q) }, { action: part(q) }]
}

function part(text: string) {
  return { contains: text, mode: 'insensitive' as const }
}
