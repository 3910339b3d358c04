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
