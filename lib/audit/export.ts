import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import type { ExportFile } from '@/lib/export/file'
import { auditFile } from './export-file'
import type { ExportAuditInput } from './schema'

/** The organization's entries that the filters let through, as CSV (RFC 4180) or JSON, the latest first. */
export async function exportAudit(ctx: OrgCtx, input: ExportAuditInput): Promise<ExportFile> {
  authorizeIn(ctx, 'audit:read')
  return auditFile(ctx, { organizationId: ctx.organization.id }, input)
}
