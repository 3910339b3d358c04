import { authorizeIn } from '@/lib/access/authorize'
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
    where: { organizationId: ctx.organization.id, objectType: 'ssa', objectId: jti },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, at: true, action: true, actorName: true },
  })
}
