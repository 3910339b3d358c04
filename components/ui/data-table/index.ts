export { DataTable, type DataTableProps } from './data-table'
export { SelectFilter, TextFilter, TimeFilter } from './filters'
export type { Column, Order, Sorting } from './types'
export type { Wire } from './wire'
