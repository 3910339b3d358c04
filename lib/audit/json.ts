import type { AuditRow } from './view'

/** A JSON array (RFC 8259), one entry to a line, a piece per batch. */
export async function* asJson(batches: AsyncIterable<AuditRow[]>): AsyncGenerator<string> {
  yield '['
  let separator = '\n'
  for await (const rows of batches) {
    yield separator + rows.map(row => JSON.stringify(row)).join(',\n')
    separator = ',\n'
  }
  yield '\n]\n'
}
