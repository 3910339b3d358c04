/** A moment as `<input type="datetime-local">` holds it: local time, to the minute. */
export function toLocalInput(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

export interface Preset {
  label: string
  /** The moment that many days or years from now, at the same time of day here. */
  from: (now: Date) => Date
}

const daysLater = (days: number) => (now: Date) => {
  const later = new Date(now)
  later.setDate(later.getDate() + days)
  return later
}

export const yearsLater = (years: number) => (now: Date) => {
  const later = new Date(now)
  later.setFullYear(later.getFullYear() + years)
  return later
}

export const ONE_YEAR: Preset = { label: '1 year', from: yearsLater(1) }
export const EXPIRATION_PRESETS: Preset[] = [
  { label: '30 days', from: daysLater(30) },
  { label: '90 days', from: daysLater(90) },
  ONE_YEAR,
]
