'use client'

import { Skeleton, Text } from '@mantine/core'
import dynamic from 'next/dynamic'
import { LOOK_BACK } from '@/lib/usage/forecast'
import { outlookOf, type Reader } from '@/lib/usage/outlook'
import type { Usage } from '@/lib/usage/view'
import { UsageTable } from './usage-table'

const UsageChart = dynamic(() => import('./usage-chart'), {
  ssr: false,
  loading: () => <Skeleton height={280} />,
})

/** What was reported, against the license: where it leads in words, as a chart, and the same numbers in a table. */
export function UsageFigures({ usage, reader }: { usage: Usage; reader: Reader }) {
  const { forecast } = usage
  const outlook = outlookOf(usage, reader)
  return (
    <>
      <Text fw={600} mb="sm">
        {outlook}
      </Text>
      <UsageChart outlook={outlook} usage={usage} />
      {forecast && (
        <Text c="dimmed" mt="xs" size="xs">
          The forecast is a straight line through the complete months of the last {LOOK_BACK} that were
          reported (least squares): {forecast.perMonth.toLocaleString('en', { signDisplay: 'exceptZero' })}{' '}
          users a month. It knows nothing of seasons or of plans.
        </Text>
      )}
      <UsageTable usage={usage} />
    </>
  )
}
