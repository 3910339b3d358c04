'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Page } from '@/lib/page'
import { ErrorState } from '../error-state'
import { fetchJson, problemOfError } from '../fetch-json'
import classes from './data-table.module.css'
import { Footer } from './footer'
import { NothingFound } from './nothing-found'
import { isFiltered, tableKey } from './query'
import { SkeletonRows } from './skeleton-rows'
import { SortSelect } from './sort-select'
import { TableHead } from './table-head'
import { TableRows } from './table-rows'
import { Toolbar } from './toolbar'
import type { Column, Sorting } from './types'
import { useRowFocus } from './use-row-focus'
import { useTableQuery } from './use-table-query'

export interface DataTableProps<T> {
  /** What the rows are, for screen readers: "SSAs". */
  label: string
  /** The portal read that answers with a `Page<T>`: `/api/portal/o/…`. */
  url: string
  columns: Column<T>[]
  rowKey: (row: T) => string
  /** How the list is sorted when the URL says nothing. */
  defaultSort: Sorting
  /** An `EmptyState`, for when there is nothing at all. */
  empty: ReactNode
  /** Hint in the search box, which sets `q`; absent: no search box. */
  searchHint?: string
  /** `SelectFilter`, `TextFilter`, `TimeFilter`. */
  filters?: ReactNode
  /** What is done with all rows, at the right of the filters: an `ExportButton`. */
  actions?: ReactNode
  /** What a row unfolds to; null for a row with nothing more to tell. */
  expand?: (row: T) => ReactNode
}

/** A list: read over HTTP and already there on the first render when the page prefetched it; its state is the URL. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, url, columns, defaultSort, empty } = props
  const { query, change, clearFilters } = useTableQuery()
  const list = useQuery({
    queryKey: tableKey(url, query),
    queryFn: ({ queryKey: [path, search], signal }) => fetchJson<Page<T>>(`${path}?${search}`, signal),
    placeholderData: keepPreviousData,
  })
  const sorting = sortingOf(query, defaultSort)
  const filtered = isFiltered(query)
  useRowFocus(list.data?.rows)
  const nothing = list.data?.rows.length === 0 && !list.isPlaceholderData
  if (nothing && !filtered && !query.after && !query.before) return <div data-empty>{empty}</div>

  const onSort = (next: Sorting) => change({ sort: next.sort, dir: next.order })
  return (
    <div className={classes.root}>
      <Toolbar
        actions={props.actions}
        filtered={filtered}
        filters={props.filters}
        onClear={clearFilters}
        searchHint={props.searchHint}
      >
        <SortSelect columns={columns} onSort={onSort} sorting={sorting} />
      </Toolbar>
      <div className={classes.frame}>
        <table
          aria-busy={list.isFetching}
          aria-label={label}
          className={classes.table}
          data-stale={list.isPlaceholderData}
        >
          <TableHead columns={columns} expandable={props.expand !== undefined} sort={{ sorting, onSort }} />
          <tbody>
            {list.data && <TableRows {...props} rows={list.data.rows} />}
            {list.isPending && (
              <SkeletonRows
                columns={columns}
                count={Number(query.size ?? 10)}
                expandable={props.expand !== undefined}
              />
            )}
          </tbody>
        </table>
        {list.isError && (
          <ErrorState
            onReset={clearFilters}
            onRetry={() => list.refetch()}
            problem={problemOfError(list.error)}
            retrying={list.isFetching}
          />
        )}
        {nothing && <NothingFound filtered={filtered} onClear={clearFilters} />}
      </div>
      <Footer onChange={change} page={list.data} size={query.size ?? '10'} />
    </div>
  )
}

function sortingOf(query: Record<string, string>, fallback: Sorting): Sorting {
  return {
    sort: query.sort ?? fallback.sort,
    order: query.dir === 'asc' || query.dir === 'desc' ? query.dir : fallback.order,
  }
}
