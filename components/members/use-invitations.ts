'use client'

import { useQuery } from '@tanstack/react-query'
import { tableKey } from '@/components/ui/data-table'
import { fetchJson } from '@/components/ui/fetch-json'
import type { Invitation } from './types'

/** The open invitations, all of them. */
export function useInvitations(url: string) {
  return useQuery({
    queryKey: tableKey(url, {}),
    queryFn: ({ signal }) => fetchJson<Invitation[]>(url, signal),
  })
}
