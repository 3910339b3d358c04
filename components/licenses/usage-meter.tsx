import { Progress } from '@mantine/core'
import { Link } from '@/components/ui/link'
import { monthName } from '@/lib/usage/month'
import type { Usage } from '@/lib/usage/view'
import classes from './usage-meter.module.css'

interface Props {
  usage: Pick<Usage, 'months'>
  /** Monthly active users that are paid for. */
  limit: number
  /** Where months are reported. */
  report: string
}

/** How much of the limit the latest reported month took. */
export function UsageMeter({ usage, limit, report }: Props) {
  const latest = usage.months.at(-1)
  if (!latest) {
    return (
      <>
        Not reported yet. <Link href={report}>Report a month</Link>
      </>
    )
  }
  const percent = Math.round((latest.mau / limit) * 100)
  return (
    <span className={classes.meter}>
      <Progress aria-label="Monthly active users" color={colorOf(percent)} value={Math.min(percent, 100)} />
      <span className={classes.words}>
        {latest.mau.toLocaleString('en')} of {limit.toLocaleString('en')} in {monthName(latest.month)} (
        {percent} %)
      </span>
    </span>
  )
}

/** From nine tenths on it is time to think of a larger license. */
function colorOf(percent: number): string {
  if (percent > 100) return 'red'
  return percent >= 90 ? 'yellow' : 'petrol'
}
