'use client'

import { type Column, PlainTable } from '@/components/ui/data-table'
import { CHECK_DAYS } from '@/lib/ssa/check-days'
import type { CheckTotals } from '@/lib/ssa/check-totals'

interface Row extends CheckTotals {
  period: string
}

const columns: Column<Row>[] = [
  { id: 'period', header: 'Period (UTC)', cell: row => row.period },
  { id: 'times', header: 'Checks', align: 'end', cell: row => row.times.toLocaleString('en') },
  { id: 'refused', header: 'Refused', align: 'end', cell: row => row.refused.toLocaleString('en') },
]

/** How often software asked the endpoint whether an SSA is live, at the whole installation. */
export function Checks({ today, month }: { today: CheckTotals; month: CheckTotals }) {
  const rows = [
    { period: 'Today', ...today },
    { period: `Last ${CHECK_DAYS} days`, ...month },
  ]
  return <PlainTable columns={columns} label="Checks of SSAs" rowKey={row => row.period} rows={rows} />
}
