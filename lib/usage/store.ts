import { auditRow } from '@/lib/audit/record'
import type { Ctx, OrgCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { lockRow } from '@/lib/lock'
import type { MonthlyUse } from './forecast'
import { monthName } from './month'

interface Reports {
  productCode: string
  reports: MonthlyUse[]
}

interface Change extends MonthlyUse {
  /** Null: the month was not reported before. */
  before: number | null
}

/** Keeps one number for each month, and an audit row for each that is new or another one; resolves to how many those are. */
export async function storeReports(ctx: OrgCtx, of: Reports): Promise<number> {
  return ctx.db.$transaction(async tx => {
    const { productCode, reports } = of
    const fresh = await insertNew(tx, ctx, of)
    const known = reports.filter(({ month }) => !fresh.has(month))
    const changed = await correct(tx, ctx, { productCode, reports: known })
    const changes: Change[] = [
      ...reports.filter(({ month }) => fresh.has(month)).map(report => ({ ...report, before: null })),
      ...changed,
    ]
    await tx.auditEvent.createMany({ data: changes.map(change => entry(ctx, productCode, change)) })
    return changes.length
  })
}

/** The months that were not there; in their order, so that two reports at once never wait for each other. */
async function insertNew(tx: Tx, ctx: OrgCtx, { productCode, reports }: Reports): Promise<Set<string>> {
  const organizationId = ctx.organization.id
  const at = { createdAt: ctx.clock.now(), updatedAt: ctx.clock.now(), reportedByName: ctx.actor.name }
  const data = reports.toSorted(byMonth).map(report => ({ organizationId, productCode, ...report, ...at }))
  const rows = await tx.mauReport.createManyAndReturn({ data, skipDuplicates: true, select: { month: true } })
  return new Set(rows.map(({ month }) => month))
}

/** Of months that were there, in their order; resolves to those whose number is another one now. */
async function correct(tx: Tx, ctx: OrgCtx, { productCode, reports }: Reports): Promise<Change[]> {
  const organizationId = ctx.organization.id
  const changed: Change[] = []
  for (const { month, mau } of reports.toSorted(byMonth)) {
    const where = { organizationId, productCode, month }
    await lockRow(tx, 'mau_report', { organization_id: organizationId, product_code: productCode, month })
    const row = await tx.mauReport.findFirst({ where, select: { mau: true } })
    if (!row || row.mau === mau) continue
    const data = { mau, updatedAt: ctx.clock.now(), reportedByName: ctx.actor.name }
    await tx.mauReport.updateMany({ where, data })
    changed.push({ month, mau, before: row.mau })
  }
  return changed
}

function entry(ctx: Ctx, productCode: string, { month, mau, before }: Change) {
  return auditRow(ctx, {
    action: before === null ? 'usage.report' : 'usage.correct',
    object: { type: 'usage', id: `${productCode}:${month}`, name: monthName(month) },
    ...(before !== null && { before: { mau: before } }),
    after: { mau, productCode },
  })
}

function byMonth(a: MonthlyUse, b: MonthlyUse): number {
  return a.month < b.month ? -1 : 1
}
