'use client'

import { useQuery } from '@tanstack/react-query'
import type { Wire } from '@/components/ui/data-table'
import { fetchJson, problemOfError } from '@/components/ui/fetch-json'
import type { LicenseOffer } from '@/lib/licenses/offer'
import { LICENSES_URL } from '../paths'

interface Asked {
  organizationId: string
  productCode: string
  fqdn: string
}

/** What a new license would replace; asked again whenever another one is meant, and null until that is known. */
export function useOffer(asked: Asked, complete: boolean) {
  const { data, error, refetch } = useQuery({
    queryKey: [LICENSES_URL, 'offer', asked],
    queryFn: ({ signal }) =>
      fetchJson<Wire<LicenseOffer>>(`${LICENSES_URL}/offer?${new URLSearchParams({ ...asked })}`, signal),
    enabled: complete,
    retry: false,
    // What is agreed to must be what is.
    staleTime: 0,
  })
  const offer = complete ? (data ?? null) : null
  return { offer, problem: complete && error ? problemOfError(error) : null, refetch }
}
