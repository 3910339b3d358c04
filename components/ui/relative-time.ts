import { DAY_SECONDS } from '@/lib/days'

/** Each unit with its seconds, and from how many of it on the next unit says it well enough. */
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['minute', 60, 60],
  ['hour', 3600, 24],
  ['day', DAY_SECONDS, 14],
  ['week', 7 * DAY_SECONDS, 9],
  ['month', 30 * DAY_SECONDS, 19],
]
const YEAR = ['year', 365 * DAY_SECONDS] as const

// Not "next week" or "tomorrow": those are days of a calendar, which this is not about.
const format = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/**
 * "3 days ago", "in 11 months", rounded, so that 7 days are not 6 a moment later; "just now" within a minute, also when
 * the clocks differ a little. Milliseconds.
 */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000
  if (Math.abs(seconds) < 60) return 'just now'
  const count = (length: number) => Math.round(Math.abs(seconds) / length)
  const [unit, length] = STEPS.find(([, length, limit]) => count(length) < limit) ?? YEAR
  return format.format(Math.sign(seconds) * count(length), unit)
}

const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })
const utc = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

/** The exact moment, where the reader is and in UTC. For the browser alone: the server is elsewhere. */
export function exactTimes(at: number): { local: string; utc: string } {
  return { local: local.format(at), utc: `${utc.format(at)} UTC` }
}

/** "2026-12-21 04:56:47 UTC": the same letters on server and browser, whatever their languages. */
export function utcTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
