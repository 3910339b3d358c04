import type { AuditRow } from './view'

export const HEADER = [
  'time',
  'actor_kind',
  'actor',
  'actor_id',
  'action',
  'object_type',
  'object',
  'object_id',
  'before',
  'after',
  'organization_id',
  'address',
  'request_id',
  'id',
]

/** A row of the exported CSV, in the columns of its header. */
export function cellsOf(row: AuditRow): string[] {
  return [
    row.at.toISOString(),
    row.actorKind,
    row.actorName,
    row.actorId,
    row.action,
    row.objectType,
    row.objectName,
    row.objectId,
    jsonOrNothing(row.before),
    jsonOrNothing(row.after),
    row.organizationId ?? '',
    row.address ?? '',
    row.requestId,
    row.id,
  ]
}

function jsonOrNothing(value: unknown): string {
  return value === null ? '' : JSON.stringify(value)
}
