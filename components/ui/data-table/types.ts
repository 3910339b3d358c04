import type { ReactNode } from 'react'

export type Order = 'asc' | 'desc'

export interface Column<T> {
  /** Unique in the table. */
  id: string
  header: string
  /** For a column of buttons: the header is read out, not shown. */
  headerHidden?: boolean
  cell: (row: T) => ReactNode
  /** The value of `sort` in the URL; absent: the list cannot be sorted by this column. */
  sort?: string
  /** The order of the first click; `asc` when absent. */
  firstOrder?: Order
  align?: 'start' | 'end'
  /** Left out where a window is too narrow for every column, and not narrow enough for cards. */
  secondary?: true
}

export interface Sorting {
  sort: string
  order: Order
}
