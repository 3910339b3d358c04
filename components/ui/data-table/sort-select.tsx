import { NativeSelect } from '@mantine/core'
import classes from './data-table.module.css'
import type { Column, Order, Sorting } from './types'

interface Props<T> {
  columns: Column<T>[]
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

/** Sorting for narrow screens, where rows are cards and there is no head to click. */
export function SortSelect<T>({ columns, sorting, onSort }: Props<T>) {
  const options = columns.flatMap(({ sort, header }) => (sort ? bothOrders(sort, header) : []))
  if (options.length === 0) return null
  return (
    <NativeSelect
      aria-label="Sort by"
      className={classes.narrow}
      data={options.map(({ value, label }) => ({ value, label }))}
      onChange={event => {
        const chosen = options.find(option => option.value === event.currentTarget.value)
        if (chosen) onSort({ sort: chosen.sort, order: chosen.order })
      }}
      value={`${sorting.sort} ${sorting.order}`}
    />
  )
}

function bothOrders(sort: string, header: string) {
  const orders: Order[] = ['asc', 'desc']
  return orders.map(order => ({
    sort,
    order,
    value: `${sort} ${order}`,
    label: `${header} ${order === 'asc' ? '↑' : '↓'}`,
  }))
}
