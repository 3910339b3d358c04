import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { type AuditExport, auditFile } from './export-file'
import type { ExportAuditInput } from './schema'

/** The same as `exportAudit`, for the whole installation. */
export async function exportAllAudit(ctx: Ctx, input: ExportAuditInput): Promise<AuditExport> {
  authorize(ctx, 'audit:read-all')
  return auditFile(ctx, {}, input)
}
