'use client'

import classes from './data-table.module.css'
import { SkeletonRows } from './skeleton-rows'
import { TableHead } from './table-head'
import { TableRows } from './table-rows'
import type { Column } from './types'

interface Props<T> {
  label: string
  columns: Column<T>[]
  rowKey: (row: T) => string
  /** Absent while they are read. */
  rows: T[] | undefined
}

/** Rows that are few and all at hand, in the look of a `DataTable`: nothing to search, sort or turn. */
export function PlainTable<T>({ label, columns, rowKey, rows }: Props<T>) {
  return (
    <div className={classes.frame}>
      <table aria-busy={rows === undefined} aria-label={label} className={classes.table}>
        <TableHead columns={columns} expandable={false} />
        <tbody>
          {rows ? (
            <TableRows columns={columns} rowKey={rowKey} rows={rows} />
          ) : (
            <SkeletonRows columns={columns} count={2} expandable={false} />
          )}
        </tbody>
      </table>
    </div>
  )
}
