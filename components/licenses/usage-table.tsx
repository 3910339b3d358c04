'use client'

import { Text } from '@mantine/core'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Disclosure } from '@/components/ui/disclosure'
import { monthName } from '@/lib/usage/month'
import type { Usage } from '@/lib/usage/view'
import { type UsageRow, usageRows } from './usage-rows'

/** The numbers of the chart, the latest month first. */
export function UsageTable({ usage }: { usage: Usage }) {
  return (
    <Disclosure summary="The same numbers as a table">
      <PlainTable
        columns={columnsOf(usage.threshold)}
        label="Monthly active users"
        rowKey={row => row.month}
        rows={usageRows(usage).toReversed()}
      />
    </Disclosure>
  )
}

function columnsOf(threshold: number | null): Column<UsageRow>[] {
  const share: Column<UsageRow> = {
    id: 'share',
    header: 'Of the threshold',
    align: 'end',
    cell: row => `${Math.round((row.mau * 100) / (threshold ?? 1))} %`,
  }
  return [
    { id: 'month', header: 'Month', cell: row => monthName(row.month) },
    { id: 'mau', header: 'Active users', align: 'end', cell: row => row.mau.toLocaleString('en') },
    ...(threshold === null ? [] : [share]),
    { id: 'source', header: 'Reported', cell: row => <Source row={row} /> },
  ]
}

function Source({ row: { reported } }: { row: UsageRow }) {
  if (!reported) {
    return (
      <Text c="dimmed" inherit span>
        Forecast
      </Text>
    )
  }
  return (
    <span>
      <DateTime at={reported.at} /> by {reported.by}
    </span>
  )
}
