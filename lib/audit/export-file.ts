import type { Ctx } from '@/lib/context'
import { type ExportFile, exportFile } from '@/lib/export/file'
import { cellsOf, HEADER } from './csv'
import { type AuditScope, readAuditBatches } from './read'
import { record } from './record'
import type { ExportAuditInput } from './schema'

/** Whoever takes the log away leaves an entry in it; the entries that come after are not in the file. */
export async function auditFile(
  ctx: Ctx,
  scope: AuditScope,
  { format, ...filter }: ExportAuditInput,
): Promise<ExportFile> {
  const now = ctx.clock.now()
  await record(ctx.db, ctx, {
    action: 'audit.export',
    object: { type: 'audit', id: ctx.organization?.id ?? 'installation', name: 'Audit log' },
    after: { format, ...setFilters(filter) },
  })
  const batches = readAuditBatches(ctx, scope, { ...filter, to: filter.to || now.toISOString() })
  const name = `audit-${now.toISOString().slice(0, 10)}`
  return exportFile(name, format, { batches, header: HEADER, cellsOf })
}

function setFilters(filter: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}
