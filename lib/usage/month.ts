/** A calendar month in UTC, as "2026-11": sorted as text it is sorted by time. */
export const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/

/** The month that a moment lies in. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7)
}

/** Its place in the row of all months. */
export function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

/** The month at this place. */
export function monthAt(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const format = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "March 2027". */
export function monthName(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
