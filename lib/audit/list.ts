import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import type { Page } from '@/lib/keyset'
import { readAuditPage } from './read'
import type { ListAuditInput } from './schema'
import type { AuditRow } from './view'

/** One page of the organization's audit log. */
export async function listAudit(ctx: OrgCtx, input: ListAuditInput): Promise<Page<AuditRow>> {
  authorizeIn(ctx, 'audit:read')
  return readAuditPage(ctx, { organizationId: ctx.organization.id }, input)
}
