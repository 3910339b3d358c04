import { Text } from '@mantine/core'
import { ALLOWED_PERCENT, closesAt } from '@/lib/licenses/allowance'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'

interface Props {
  productCode: string
  threshold: number
}

/** The threshold of a license, and what Flex makes of it. */
export function MauThreshold({ productCode, threshold }: Props) {
  return (
    <>
      {threshold.toLocaleString('en')}
      {productCode === DEFAULT_PRODUCT && (
        <Text c="dimmed" size="xs">
          Flex allows up to {ALLOWED_PERCENT} % of it. When a month reaches{' '}
          {closesAt(threshold).toLocaleString('en')} active users, its Admin UI closes; people still sign in.
        </Text>
      )}
    </>
  )
}
