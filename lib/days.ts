/** A day of 24 hours, whatever clocks are put forward or back in between. */
export const DAY_SECONDS = 24 * 60 * 60
export const DAY_MS = DAY_SECONDS * 1000

/** So many times 24 hours later; earlier when `days` is negative. */
export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS)
}
