import { useQuery } from '@tanstack/react-query'
import { fetchJson, problemOfError } from '@/components/ui/fetch-json'
import type { StaffOrderView } from '@/lib/orders/view'
import type { Problem } from '@/lib/result'
import { leftUrl } from './paths'

/** Minor units that are still to go back, as its provider says now; undefined until that is known. */
export function useLeft(
  { number }: StaffOrderView,
  enabled: boolean,
): { left: number | undefined; problem: Problem | null } {
  const url = leftUrl(number)
  const { data, error, isFetching } = useQuery({
    queryKey: [url],
    queryFn: ({ signal }) => fetchJson<{ left: number }>(url, signal),
    enabled,
    // A part may go back elsewhere at any time.
    staleTime: 0,
    gcTime: 0,
  })
  return {
    left: isFetching ? undefined : data?.left,
    problem: error && !isFetching ? problemOfError(error) : null,
  }
}
