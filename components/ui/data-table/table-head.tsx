import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import classes from './data-table.module.css'
import type { Column, Sorting } from './types'

interface Props<T> {
  columns: Column<T>[]
  expandable: boolean
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

export function TableHead<T>({ columns, expandable, sorting, onSort }: Props<T>) {
  return (
    <thead className={classes.head}>
      <tr>
        {expandable && (
          <th className={classes.toggle} scope="col">
            <VisuallyHidden>Details</VisuallyHidden>
          </th>
        )}
        {columns.map(column => (
          <HeadCell column={column} key={column.id} onSort={onSort} sorting={sorting} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell<T>({
  column,
  sorting,
  onSort,
}: Omit<Props<T>, 'columns' | 'expandable'> & { column: Column<T> }) {
  const { header, headerHidden, sort, align } = column
  const label = headerHidden ? <VisuallyHidden>{header}</VisuallyHidden> : header
  if (!sort)
    return (
      <th data-align={align} scope="col">
        {label}
      </th>
    )
  const order = sorting.sort === sort ? sorting.order : null
  const next = order ? opposite(order) : (column.firstOrder ?? 'asc')
  return (
    <th aria-sort={ARIA_SORT[order ?? 'none']} data-align={align} scope="col">
      <button className={classes.sort} onClick={() => onSort({ sort, order: next })} type="button">
        {label}
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
