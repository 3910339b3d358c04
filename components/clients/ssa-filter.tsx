'use client'

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTableQuery } from '@/components/ui/data-table/use-table-query'

/** Says that the list was opened for the clients of one SSA, and takes that back. */
export function SsaFilter() {
  const { query, change } = useTableQuery()
  if (!query.ssa) return null
  return (
    <Button
      aria-label="Registered with one SSA: show all"
      onClick={() => change({ ssa: null })}
      rightSection={<IconX aria-hidden="true" size={14} />}
      variant="default"
    >
      Registered with one SSA
    </Button>
  )
}
