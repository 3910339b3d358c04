import type { Actor, Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { uuid7 } from '@/lib/uuid'

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

/** One audit row by the names of its columns, for the hot statements that write past Prisma. */
export interface AuditColumns {
  id: string
  at: Date
  organization_id: string | null
  actor_kind: string
  actor_id: string
  actor_name: string
  action: string
  object_type: string
  object_id: string
  object_name: string
  before: Facts | null
  after: Facts | null
  request_id: string
  address: string | null
}

/** The names of those columns, in SQL. */
export const AUDIT_COLUMNS = `id, at, organization_id, actor_kind, actor_id, actor_name, action, object_type, object_id,
  object_name, before, after, request_id, address`

/** The row that `record` writes, as columns. */
export function auditColumns(ctx: Ctx, entry: AuditEntry & { organizationId: string | null }): AuditColumns {
  const { actorKind, actorId, actorName } = actorColumns(ctx.actor)
  return {
    id: uuid7(),
    at: ctx.clock.now(),
    organization_id: entry.organizationId,
    actor_kind: actorKind,
    actor_id: actorId,
    actor_name: actorName,
    action: entry.action,
    object_type: entry.object.type,
    object_id: entry.object.id,
    object_name: entry.object.name,
    before: entry.before ?? null,
    after: entry.after ?? null,
    request_id: ctx.requestId,
    address: ctx.address,
  }
}

/** Who acts, in the columns of every row that names somebody. */
export function actorColumns(actor: Actor) {
  return { actorKind: actor.kind, actorId: idOf(actor), actorName: actor.name }
}

function idOf(actor: Actor): string {
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
