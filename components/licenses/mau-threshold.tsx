import { Text } from '@mantine/core'
import { ALLOWED_PERCENT, closesAt } from '@/lib/licenses/allowance'

interface Props {
  productCode: string
  threshold: number
}

/** The threshold of a license, and what Flex makes of it. */
export function MauThreshold({ productCode, threshold }: Props) {
  const closes = closesAt(productCode, threshold)
  return (
    <>
      {threshold.toLocaleString('en')}
      {closes && (
        <Text c="dimmed" size="xs">
          Flex allows up to {ALLOWED_PERCENT} % of it. When a month reaches {closes.toLocaleString('en')}{' '}
          active users, its Admin UI closes; people still sign in.
        </Text>
      )}
    </>
  )
}
