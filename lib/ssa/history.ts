import { authorizeIn } from '@/lib/access/authorize'
import { aboutObject } from '@/lib/audit/about-object'
import type { OrgCtx } from '@/lib/context'
import type { SsaId } from './schema'

export interface SsaEvent {
  id: string
  at: Date
  action: string
  actorName: string
}

/** The latest hundred things that were done to one statement, newest first, from the audit log. */
export async function ssaHistory(ctx: OrgCtx, { jti }: SsaId): Promise<SsaEvent[]> {
  authorizeIn(ctx, 'ssa:read')
  return ctx.db.auditEvent.findMany({
    ...aboutObject({ organizationIds: [ctx.organization.id], type: 'ssa', id: jti }, 100),
    select: { id: true, at: true, action: true, actorName: true },
  })
}
