const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "3 days ago", "in 11 months"; "just now" within a minute, also when the clocks differ a little. Milliseconds. */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit)
  }
  return 'just now'
}

const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })
const utc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** The exact moment, where the reader is and in UTC. For the browser alone: the server is elsewhere. */
export function exactTimes(at: number): { local: string; utc: string } {
  return { local: local.format(at), utc: `${utc.format(at)} UTC` }
}
