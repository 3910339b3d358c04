import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { ExportFile } from '@/lib/export/file'
import { auditFile } from './export-file'
import type { ExportAuditInput } from './schema'

/** The same as `exportAudit`, for the whole installation. */
export async function exportAllAudit(ctx: Ctx, input: ExportAuditInput): Promise<ExportFile> {
  authorize(ctx, 'audit:read-all')
  return auditFile(ctx, {}, input)
}
