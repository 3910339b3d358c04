import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import classes from './data-table.module.css'
import type { Column, Sorting } from './types'

interface Sort {
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

interface Props<T> {
  columns: Column<T>[]
  expandable: boolean
  /** Absent: the rows cannot be sorted. */
  sort?: Sort
}

export function TableHead<T>({ columns, expandable, sort }: Props<T>) {
  return (
    <thead className={classes.head}>
      <tr>
        {expandable && (
          <th className={classes.toggle} scope="col">
            <VisuallyHidden>Details</VisuallyHidden>
          </th>
        )}
        {columns.map(column =>
          sort && column.sort ? (
            <SortableHead column={column} key={column.id} name={column.sort} {...sort} />
          ) : (
            <th data-align={column.align} data-secondary={column.secondary} key={column.id} scope="col">
              {column.headerHidden ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
            </th>
          ),
        )}
      </tr>
    </thead>
  )
}

function SortableHead<T>({ column, name, sorting, onSort }: Sort & { column: Column<T>; name: string }) {
  const order = sorting.sort === name ? sorting.order : null
  const next = order ? opposite(order) : (column.firstOrder ?? 'asc')
  return (
    <th
      aria-sort={ARIA_SORT[order ?? 'none']}
      data-align={column.align}
      data-secondary={column.secondary}
      scope="col"
    >
      <button className={classes.sort} onClick={() => onSort({ sort: name, order: next })} type="button">
        {column.header}
        <SortIcon order={order} />
      </button>
    </th>
  )
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const

function SortIcon({ order }: { order: 'asc' | 'desc' | null }) {
  const Icon = order === 'asc' ? IconArrowUp : order === 'desc' ? IconArrowDown : IconArrowsSort
  return <Icon aria-hidden="true" data-active={order !== null} size={14} />
}

function opposite(order: 'asc' | 'desc'): 'asc' | 'desc' {
  return order === 'asc' ? 'desc' : 'asc'
}
