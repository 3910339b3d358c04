import { DAY_SECONDS } from '@/lib/days'

/** Days after which Flex asks for its license anew. */
export const ASKS_AGAIN_DAYS = 30

/** Seconds. A client that lives shorter must be registered again each time that Flex asks for its license. */
export const MONTH = ASKS_AGAIN_DAYS * DAY_SECONDS

const UNITS = [
  ['day', DAY_SECONDS],
  ['hour', 60 * 60],
  ['minute', 60],
  ['second', 1],
] as const

/** A length of time in words: "30 days", "1 day 2 hours". Null is a client that does not expire. */
export function lifetimeInWords(seconds: number | null): string {
  if (seconds === null) return 'Never expires'
  const parts: string[] = []
  let rest = seconds
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size)
    rest %= size
    if (count > 0) parts.push(`${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`)
  }
  return parts.join(' ') || '0 seconds'
}
