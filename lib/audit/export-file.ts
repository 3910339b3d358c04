import type { Ctx } from '@/lib/context'
import { asCsv } from './csv'
import { asJson } from './json'
import { type AuditScope, readAuditBatches } from './read'
import { record } from './record'
import type { ExportAuditInput } from './schema'

/** A file that is written while it is read from the database. */
export interface AuditExport {
  filename: string
  contentType: string
  text: AsyncGenerator<string>
}

/** Whoever takes the log away leaves an entry in it; the entries that come after are not in the file. */
export async function auditFile(
  ctx: Ctx,
  scope: AuditScope,
  { format, ...filter }: ExportAuditInput,
): Promise<AuditExport> {
  const now = ctx.clock.now()
  await record(ctx.db, ctx, {
    action: 'audit.export',
    object: { type: 'audit', id: ctx.organization?.id ?? 'installation', name: 'Audit log' },
    after: { format, ...setFilters(filter) },
  })
  const rows = readAuditBatches(ctx, scope, { ...filter, to: filter.to || now.toISOString() })
  const name = `audit-${now.toISOString().slice(0, 10)}`
  return format === 'csv'
    ? { filename: `${name}.csv`, contentType: 'text/csv; charset=utf-8', text: asCsv(rows) }
    : { filename: `${name}.json`, contentType: 'application/json', text: asJson(rows) }
}

function setFilters(filter: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}
