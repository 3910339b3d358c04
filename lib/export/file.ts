import { csvLine } from './csv'

/** A file that is written while it is read from the database. */
export interface ExportFile {
  filename: string
  contentType: string
  text: AsyncGenerator<string>
}

interface Content<Row> {
  batches: AsyncIterable<Row[]>
  /** Of the CSV: the names of its columns, and a row in them. Times are UTC. */
  header: string[]
  cellsOf(row: Row): string[]
}

/** Rows as CSV (RFC 4180, with a header line) or as a JSON array (RFC 8259), a piece per batch. */
export function exportFile<Row>(name: string, format: 'csv' | 'json', content: Content<Row>): ExportFile {
  return format === 'csv'
    ? { filename: `${name}.csv`, contentType: 'text/csv; charset=utf-8', text: asCsv(content) }
    : { filename: `${name}.json`, contentType: 'application/json', text: asJson(content.batches) }
}

async function* asCsv<Row>({ batches, header, cellsOf }: Content<Row>): AsyncGenerator<string> {
  yield csvLine(header)
  for await (const rows of batches) yield rows.map(row => csvLine(cellsOf(row))).join('')
}

/** One row to a line. */
async function* asJson<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<string> {
  yield '['
  let separator = '\n'
  for await (const rows of batches) {
    yield separator + rows.map(row => JSON.stringify(row)).join(',\n')
    separator = ',\n'
  }
  yield '\n]\n'
}

const BATCH = 500

/** Everything there is to read, in batches and never all at once; `read` gives so many rows after the last one. */
export async function* inBatches<Row>(
  read: (last: Row | undefined, take: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let last: Row | undefined
  do {
    const rows = await read(last, BATCH)
    if (rows.length > 0) yield rows
    last = rows.length === BATCH ? rows.at(-1) : undefined
  } while (last)
}
