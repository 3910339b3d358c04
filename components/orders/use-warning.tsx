import { Alert } from '@mantine/core'
import { flexClosesAt } from '@/lib/licenses/allowance'
import type { MonthlyUse } from '@/lib/usage/forecast'
import { monthName } from '@/lib/usage/month'

interface Props {
  /** What the organization reported last; null: nothing. */
  latest: MonthlyUse | null
  /** What the plan is for. */
  mau: number
}

/** Before somebody pays for a plan that is smaller than what they use. */
export function UseWarning({ latest, mau }: Props) {
  if (!latest || latest.mau <= mau) return null
  return (
    <Alert color="yellow" role="status" title="This plan is smaller than your use">
      You reported {latest.mau.toLocaleString('en')} active users for {monthName(latest.month)}. With this
      plan Flex closes its Admin UI in a month that reaches {flexClosesAt(mau).toLocaleString('en')}.
    </Alert>
  )
}
