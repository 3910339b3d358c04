import { ALLOWED_PERCENT } from '@/lib/licenses/allowance'
import { monthName } from './month'
import type { Usage } from './view'

/** Who reads it: a member of the organization, or staff. */
export type Reader = 'customer' | 'staff'

export type OutlookFacts = Pick<Usage, 'months' | 'threshold' | 'closesAt' | 'forecast' | 'perHost'>

/** In one or two sentences: where use stands, and where it leads. */
export function outlookOf(facts: OutlookFacts, reader: Reader = 'customer'): string {
  const { months, threshold, closesAt, forecast } = facts
  const latest = months.at(-1)
  if (!latest) return 'Nothing was reported yet.'
  const [used, name] = [count(latest.mau), monthName(latest.month)]
  if (threshold === null) return `${name}: ${used} active users. ${withoutThreshold(facts)}`
  const stands = `${name}: ${used} of ${count(threshold)} active users`
  if (latest.mau > threshold) return `${stands}, ${above(latest.mau, closesAt)}.${larger(reader)}`
  if (!forecast) return `${stands}. A forecast needs three of the last six complete months.`
  const { passes, closes } = forecast
  const who = reader === 'customer' ? 'you' : 'they'
  if (!passes) return `${stands}. At this pace ${who} stay below the threshold.`
  const then = closes ? `, and reach the line where Flex closes its Admin UI in ${monthName(closes)}` : ''
  return `${stands}. At this pace ${who} pass the threshold in ${monthName(passes)}${then}.`
}

function withoutThreshold({ perHost }: OutlookFacts): string {
  return perHost
    ? 'Its licenses are for one host each, so there is no threshold for all of them.'
    : 'There is no license to hold them against.'
}

function above(used: number, closesAt: number | null): string {
  if (closesAt === null) return 'more than the license allows'
  return `${used >= closesAt ? 'more than' : 'within'} the ${ALLOWED_PERCENT} % that Flex allows`
}

function larger(reader: Reader): string {
  return reader === 'customer' ? ' Contact sales for a larger license.' : ''
}

function count(users: number): string {
  return users.toLocaleString('en')
}
