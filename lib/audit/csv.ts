import type { AuditRow } from './view'

const HEADER = [
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

/** CSV (RFC 4180, with a header line), a piece per batch. Times are UTC. */
export async function* asCsv(batches: AsyncIterable<AuditRow[]>): AsyncGenerator<string> {
  yield csvLine(HEADER)
  for await (const rows of batches) yield rows.map(row => csvLine(cellsOf(row))).join('')
}

function cellsOf(row: AuditRow): string[] {
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

/** One line with its line break (RFC 4180 §2). */
export function csvLine(cells: string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** What spreadsheets take for the beginning of a formula, in ASCII and full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** One cell: a formula's first character is defused by an apostrophe; quotes only where RFC 4180 asks for them. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
