import { monthName } from './month'
import type { Usage } from './read'

type Facts = Pick<Usage, 'months' | 'threshold' | 'closesAt' | 'forecast'>

/** In one or two sentences: where use stands, and where it leads. */
export function outlookOf({ months, threshold, closesAt, forecast }: Facts): string {
  const latest = months.at(-1)
  if (!latest) return 'Nothing was reported yet.'
  const [used, name] = [count(latest.mau), monthName(latest.month)]
  if (threshold === null || closesAt === null)
    return `${name}: ${used} active users. There is no license to hold them against.`
  const stands = `${name}: ${used} of ${count(threshold)} active users`
  if (latest.mau >= closesAt)
    return `${stands}, more than the 115 % that Flex allows. Contact sales for a larger license.`
  if (latest.mau > threshold)
    return `${stands}, within the 115 % that Flex allows. Contact sales for a larger license.`
  if (!forecast) return `${stands}. Report three of the last six complete months for a forecast.`
  const { passes, closes } = forecast
  if (!passes) return `${stands}. At this pace you stay below the threshold.`
  const then = closes ? `, and reach the line where Flex closes its Admin UI in ${monthName(closes)}` : ''
  return `${stands}. At this pace you pass the threshold in ${monthName(passes)}${then}.`
}

function count(users: number): string {
  return users.toLocaleString('en')
}
