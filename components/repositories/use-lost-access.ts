'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { tableKey } from '@/components/ui/data-table/query'
import { useTableQuery } from '@/components/ui/data-table/use-table-query'
import { problemOfError } from '@/components/ui/fetch-json'
import type { Problem } from '@/lib/result'

/** Shows the page anew when GitHub turns out not to accept the access any more: it asks for it again. */
export function useLostAccess(url: string, problem: Problem | null): void {
  const router = useRouter()
  const { query } = useTableQuery()
  // Only looks at what the list found out.
  const { error } = useQuery({ queryKey: tableKey(url, query), enabled: false })
  const lost = [problem, error && problemOfError(error)].some(found => found?.code === 'FORBIDDEN')
  useEffect(() => {
    if (lost) router.refresh()
  }, [lost, router])
}
