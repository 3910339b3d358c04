import { readFile } from 'node:fs/promises'

/** The rows, as cells, of the table in a guide whose first column has this heading. */
export async function tableIn(path: string, heading: string): Promise<string[][]> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  const head = lines.findIndex(line => line.startsWith(`| ${heading} |`))
  const body = lines.slice(head + 2)
  const end = body.findIndex(line => !line.startsWith('|'))
  return body.slice(0, end === -1 ? body.length : end).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}
