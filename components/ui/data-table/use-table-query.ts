'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { canonicalQuery, changedQuery, type TableQuery, withoutFilters } from './query'

interface TableUrl {
  query: TableQuery
  /** Changes parameters of the page's address; null removes one. `replace` leaves no step in the history. */
  change: (changes: Record<string, string | null>, how?: 'push' | 'replace') => void
  clearFilters: () => void
}

/** The state of a table, which is the page's address. Changing it fetches rows, never the page. */
export function useTableQuery(): TableUrl {
  const searchParams = useSearchParams()
  const pathname = usePathname()
  const query = useMemo(() => canonicalQuery(Object.fromEntries(searchParams)), [searchParams])

  const go = useCallback(
    (next: TableQuery, how: 'push' | 'replace') => {
      const search = new URLSearchParams(next).toString()
      const address = search ? `${pathname}?${search}` : pathname
      // Next follows the history API without asking the server for the page again.
      if (how === 'push') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [pathname],
  )
  const change = useCallback<TableUrl['change']>(
    (changes, how = 'push') => go(changedQuery(currentQuery(), changes), how),
    [go],
  )
  const clearFilters = useCallback(() => go(withoutFilters(currentQuery()), 'push'), [go])
  return { query, change, clearFilters }
}

/** Of the address itself: what is rendered may be a step behind, and changing that would undo the step. */
function currentQuery(): TableQuery {
  return canonicalQuery(Object.fromEntries(new URLSearchParams(window.location.search)))
}
