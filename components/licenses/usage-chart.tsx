'use client'

import '@mantine/charts/styles.css'
// Of the legend and the tooltip, which charts bring along.
import '@mantine/core/styles/ColorSwatch.css'
import { LineChart } from '@mantine/charts'
import { ALLOWED_PERCENT } from '@/lib/licenses/allowance'
import { monthName } from '@/lib/usage/month'
import type { Usage } from '@/lib/usage/read'
import classes from './usage.module.css'
import { type UsageRow, usageRows } from './usage-rows'

const SERIES = [
  { name: 'reported', label: 'Reported', color: 'petrol.6' },
  { name: 'ahead', label: 'Forecast', color: 'petrol.4', strokeDasharray: '5 5' },
]

/** A picture of the table: whoever does not see it is told what it says. */
export default function UsageChart({ usage, outlook }: { usage: Usage; outlook: string }) {
  const { threshold, closesAt } = usage
  const rows = usageRows(usage)
  const ticks = ticksTo(Math.max(closesAt ?? threshold ?? 1, ...rows.map(({ mau }) => mau)))
  return (
    <div className={classes.chart} aria-label={`Chart. ${outlook}`} role="img">
      <LineChart
        curveType="linear"
        data={pointsOf(rows)}
        dataKey="month"
        h={280}
        // Nothing moves, whoever asks for it; and the numbers are in the table for keyboards.
        lineChartProps={{ accessibilityLayer: false }}
        lineProps={{ isAnimationActive: false }}
        referenceLines={linesOf(threshold, closesAt)}
        series={SERIES}
        tooltipAnimationDuration={0}
        valueFormatter={value => value.toLocaleString('en')}
        withLegend
        yAxisProps={{ domain: [0, ticks.at(-1) ?? 1], ticks, width: 64 }}
      />
    </div>
  )
}

/** The forecast starts at the latest reported month, so that the line does not break. */
function pointsOf(rows: UsageRow[]) {
  const latest = rows.findLastIndex(({ reported }) => reported)
  return rows.map(({ month, mau, reported }, index) => ({
    month: shortName(month),
    ...(reported && { reported: mau }),
    ...((!reported || (index === latest && latest < rows.length - 1)) && { ahead: mau }),
  }))
}

function linesOf(threshold: number | null, closesAt: number | null) {
  return [
    { y: threshold, label: 'Threshold', color: 'var(--usage-threshold)' },
    { y: closesAt, label: `${ALLOWED_PERCENT} %:`, color: 'var(--usage-closes)' },
  ].flatMap(({ y, label, color }) =>
    y === null ? [] : { y, color, label: `${label} ${y.toLocaleString('en')}` },
  )
}

/** Round numbers up to one above the highest. */
function ticksTo(highest: number): number[] {
  const step = Math.max(1, 10 ** Math.floor(Math.log10(highest * 1.05)) / 2)
  const count = Math.ceil((highest * 1.05) / step)
  // At most ten lines: every second one where there would be more.
  const apart = count > 10 ? 2 : 1
  return Array.from({ length: Math.ceil(count / apart) + 1 }, (_, index) => index * step * apart)
}

/** "Mar 2027". */
function shortName(month: string): string {
  const [name = '', year = ''] = monthName(month).split(' ')
  return `${name.slice(0, 3)} ${year}`
}
