// Apart from keyset.ts, so that a browser that shows a page does not load what parses a cursor.

export const PAGE_SIZES = [10, 25, 50, 100] as const
/** Totals are exact up to here; one more means "more than this". */
export const EXACT_TOTAL = 1000

/** One page of a list, with the cursors of its neighbors. */
export interface Page<T> {
  rows: T[]
  /** At most `EXACT_TOTAL + 1`, which stands for "more". */
  total: number
  next: string | null
  previous: string | null
}
