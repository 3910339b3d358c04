import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Page } from '@/lib/keyset'
import { readAuditPage } from './read'
import type { ListAuditInput } from './schema'
import type { AuditRow } from './view'

/** One page of everything that was done in this installation, in organizations and outside any. */
export async function listAllAudit(ctx: Ctx, input: ListAuditInput): Promise<Page<AuditRow>> {
  authorize(ctx, 'audit:read-all')
  return readAuditPage(ctx, {}, input)
}
