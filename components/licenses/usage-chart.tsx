'use client'

import '@mantine/charts/styles.css'
// Of the legend and the tooltip, which charts bring along.
import '@mantine/core/styles/ColorSwatch.css'
import { LineChart } from '@mantine/charts'
import { ALLOWED_PERCENT } from '@/lib/licenses/allowance'
import { indexOf, monthAt, monthName } from '@/lib/usage/month'
import type { Usage } from '@/lib/usage/view'
import classes from './usage.module.css'
import { type UsageRow, usageRows } from './usage-rows'

const REPORTED = { name: 'reported', label: 'Reported', color: 'petrol.6' }
const AHEAD = { name: 'ahead', label: 'Forecast', color: 'petrol.4', strokeDasharray: '5 5' }

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
        series={usage.forecast ? [REPORTED, AHEAD] : [REPORTED]}
        tooltipAnimationDuration={0}
        valueFormatter={value => value.toLocaleString('en')}
        withLegend
        yAxisProps={{ domain: [0, ticks.at(-1) ?? 1], tickFormatter: shortNumber, ticks, width: 64 }}
      />
    </div>
  )
}

/**
 * A place for every month, also for those that nobody reported: the line must not fall steeper than use did. The
 * forecast starts at the latest reported month, so that the line does not break.
 */
function pointsOf(rows: UsageRow[]) {
  const rowOf = new Map(rows.map(row => [row.month, row]))
  const latest = rows.findLast(({ reported }) => reported)?.month
  const goesOn = rows.at(-1)?.month !== latest
  return monthsOf(rows).map(month => {
    const { mau, reported } = rowOf.get(month) ?? {}
    const ahead = !reported || (month === latest && goesOn)
    return { month: shortName(month), ...(reported && { reported: mau }), ...(ahead && { ahead: mau }) }
  })
}

/** The first month, the last one, and all between them. */
function monthsOf(rows: UsageRow[]): string[] {
  const [first = 0, last = 0] = [rows[0], rows.at(-1)].map(row => row && indexOf(row.month))
  return Array.from({ length: last - first + 1 }, (_, offset) => monthAt(first + offset))
}

/** Named at one end each: when use is far above them, they lie on each other. */
function linesOf(threshold: number | null, closesAt: number | null) {
  return [
    { y: threshold, name: 'Threshold', color: 'var(--usage-threshold)', end: 'Left' as const },
    { y: closesAt, name: `${ALLOWED_PERCENT} %:`, color: 'var(--usage-closes)', end: 'Right' as const },
  ].flatMap(({ y, name, color, end }) => {
    if (y === null) return []
    return {
      y,
      color,
      label: `${name} ${y.toLocaleString('en')}`,
      labelPosition: `insideBottom${end}` as const,
    }
  })
}

/** More would not have room for their numbers: the chart leaves some out then, zero among them. */
const MOST_STEPS = 5

/** Round numbers from zero up to one above the highest. */
function ticksTo(highest: number): number[] {
  const top = Math.max(1, highest) * 1.05
  const power = 10 ** Math.floor(Math.log10(top / MOST_STEPS))
  const step = Math.max(
    1,
    [1, 2, 5].map(times => times * power).find(each => top / each <= MOST_STEPS) ?? 10 * power,
  )
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step)
}

/** "1,500", and "2.5M" for what the room at the side of the chart is too narrow for. */
function shortNumber(value: number): string {
  return value < 1_000_000 ? value.toLocaleString('en') : COMPACT.format(value)
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' })

/** "Mar 2027". */
function shortName(month: string): string {
  const [name = '', year = ''] = monthName(month).split(' ')
  return `${name.slice(0, 3)} ${year}`
}
