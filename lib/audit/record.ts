import type { Actor, Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'

type Facts = Record<string, string | number | boolean | string[] | null>

/** What was done to which object; `before` and `after` hold only what changed, never a secret. */
export interface AuditEntry {
  /** `<noun>.<verb>`, as in `ssa.issue`. */
  action: `${string}.${string}`
  object: { type: string; id: string; name: string }
  before?: Facts
  after?: Facts
  /** The organization that sees the entry, when it is not the context's. */
  organizationId?: string | null
}

/** Writes one audit row: in the transaction of the change, so that neither is ever there without the other. */
export async function record(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: auditRow(ctx, entry), select: { id: true } })
}

/** The row that `record` writes, for verbs that write many at once. */
export function auditRow(ctx: Ctx, entry: AuditEntry): Prisma.AuditEventCreateManyInput {
  const { type, id, name } = entry.object
  return {
    at: ctx.clock.now(),
    organizationId:
      entry.organizationId === undefined ? (ctx.organization?.id ?? null) : entry.organizationId,
    ...actorColumns(ctx.actor),
    action: entry.action,
    objectType: type,
    objectId: id,
    objectName: name,
    ...(entry.before && { before: entry.before }),
    ...(entry.after && { after: entry.after }),
    requestId: ctx.requestId,
    address: ctx.address,
  }
}

function actorColumns(actor: Actor) {
  return { actorKind: actor.kind, actorId: actorId(actor), actorName: actor.name }
}

function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
    case 'staff':
      return actor.accountId
    case 'client':
      return actor.clientId
    case 'system':
      return actor.name
  }
}
