import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import { unstable_rethrow } from 'next/navigation'
import { canonicalQuery, type TableQuery, tableKey } from '@/components/ui/data-table/query'
import { AppError } from '@/lib/errors'

type SearchParams = Record<string, string | string[] | undefined>

/**
 * Reads a table's rows for the first render; hand the result to `HydrationBoundary`. `load` gets what the portal read
 * at `url` would get. What it refuses as INVALID is left to the browser, whose table says why.
 */
export async function prefetch(
  url: string,
  params: SearchParams,
  load: (query: TableQuery) => Promise<unknown>,
): Promise<DehydratedState> {
  const query = canonicalQuery(params)
  const client = new QueryClient()
  try {
    client.setQueryData(tableKey(url, query), asSent(await load(query)))
  } catch (error) {
    unstable_rethrow(error)
    if (!(error instanceof AppError && error.code === 'INVALID')) throw error
  }
  return dehydrate(client)
}

/** Rows as the portal read would send them, so that both are of one shape. */
function asSent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
