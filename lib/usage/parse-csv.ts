import type { MonthlyUse } from './forecast'
import { monthlyUseSchema } from './schema'

/** A line that says nothing usable, and why. */
export interface BadLine {
  /** Counted from 1, as editors do. */
  line: number
  text: string
  message: string
}

export interface ParsedCsv {
  reports: (MonthlyUse & { line: number })[]
  bad: BadLine[]
}

const HEADER = /^"?month"?\s*[,;\t]/i

/**
 * `month,mau` lines: commas, semicolons or tabs between, quotes around, a header line, further columns and empty lines are
 * all the same to it. Every other line is either a report or told with the reason.
 */
export function parseMauCsv(csv: string): ParsedCsv {
  const parsed: ParsedCsv = { reports: [], bad: [] }
  const seen = new Map<string, number>()
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '' || (seen.size === 0 && parsed.bad.length === 0 && HEADER.test(text))) continue
    const line = index + 1
    const read = readLine(text)
    if (typeof read === 'string') parsed.bad.push({ line, text, message: read })
    else if (seen.has(read.month)) {
      parsed.bad.push({ line, text, message: `Line ${seen.get(read.month)} reports this month already.` })
    } else {
      seen.set(read.month, line)
      parsed.reports.push({ ...read, line })
    }
  }
  return parsed
}

/** The report, or what is wrong. */
function readLine(text: string): MonthlyUse | string {
  const [month = '', mau] = text.split(/[,;\t]/).map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
  if (mau === undefined || mau === '') return 'Write a month and a number, as in 2026-11,1234.'
  const count = /^\d{1,15}$/.test(mau) ? Number(mau) : Number.NaN
  const read = monthlyUseSchema.safeParse({ month, mau: count })
  return read.success ? read.data : (read.error.issues[0]?.message ?? 'This line cannot be read.')
}
