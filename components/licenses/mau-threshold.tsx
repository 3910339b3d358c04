import { Text } from '@mantine/core'
import { ALLOWED_PERCENT, closesAt } from '@/lib/licenses/allowance'

const number = new Intl.NumberFormat('en')

/** The threshold of a license, and what Flex makes of it. */
export function MauThreshold({ threshold }: { threshold: number }) {
  const closed = number.format(closesAt(threshold))
  return (
    <>
      {number.format(threshold)}
      <Text c="dimmed" size="xs">
        Flex allows up to {ALLOWED_PERCENT} % of it. When a month reaches {closed} active users, its Admin UI
        closes; people still sign in.
      </Text>
    </>
  )
}
