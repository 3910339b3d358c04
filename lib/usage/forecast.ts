import { indexOf, monthAt } from './month'

export interface MonthlyUse {
  month: string
  mau: number
}

/** Where use leads, if it goes on as it did. */
export interface Forecast {
  /** Users more each month; less than nothing where use goes down. */
  perMonth: number
  /** This month and those after it. */
  months: MonthlyUse[]
  /** The first month above the threshold; null: none in five years. */
  passes: string | null
  /** The first month that reaches the line where Flex closes; null: none in five years. */
  closes: string | null
}

/** Complete months that count. */
export const LOOK_BACK = 6
/** Of those, how many must have been reported. */
const FEWEST = 3
/** Months that are forecast: this one and six more. */
const SHOWN = 7
/** Months ahead within which a threshold is looked for. */
const HORIZON = 60

interface Lines {
  threshold: number
  /** Null: nothing closes. */
  closesAt: number | null
  thisMonth: string
}

/**
 * A straight line through the last six complete months that were reported, by least squares. The month that is still
 * running does not count: it is not whole. Null with fewer than three of the six.
 */
export function forecast(reported: MonthlyUse[], { threshold, closesAt, thisMonth }: Lines): Forecast | null {
  const now = indexOf(thisMonth)
  const points = reported
    .map(({ month, mau }) => ({ x: indexOf(month) - now, y: mau }))
    .filter(({ x }) => x < 0 && x >= -LOOK_BACK)
  if (points.length < FEWEST) return null
  const { slope, start } = line(points)
  const at = (ahead: number) => Math.max(0, Math.round(start + slope * ahead))
  const first = (reaches: (mau: number) => boolean) => {
    const ahead = Array.from({ length: HORIZON + 1 }, (_, index) => index).find(index => reaches(at(index)))
    return ahead === undefined ? null : monthAt(now + ahead)
  }
  return {
    perMonth: Math.round(slope),
    months: Array.from({ length: SHOWN }, (_, ahead) => ({ month: monthAt(now + ahead), mau: at(ahead) })),
    passes: first(mau => mau > threshold),
    closes: closesAt === null ? null : first(mau => mau >= closesAt),
  }
}

/** The line with the least squares of distances: its height at x = 0 and its slope. */
function line(points: { x: number; y: number }[]): { slope: number; start: number } {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(points.map(point => point.x)), mean(points.map(point => point.y))]
  const covariance = mean(points.map(point => (point.x - x) * (point.y - y)))
  const slope = covariance / mean(points.map(point => (point.x - x) ** 2))
  return { slope, start: y - slope * x }
}
