import type { Usage } from '@/lib/usage/view'

export interface UsageRow {
  month: string
  mau: number
  /** Absent: it is forecast. */
  reported?: { by: string; at: Date }
}

/** What chart and table both show: the reported months, then those ahead. */
export function usageRows({ months, forecast }: Usage): UsageRow[] {
  const reported = months.map(({ month, mau, reportedByName, updatedAt }) => ({
    month,
    mau,
    reported: { by: reportedByName, at: updatedAt },
  }))
  const known = new Set(months.map(({ month }) => month))
  return [...reported, ...(forecast?.months ?? []).filter(({ month }) => !known.has(month))]
}
