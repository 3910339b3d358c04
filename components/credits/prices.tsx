'use client'

import { Cut } from '@/components/ui/cut'
import { type Column, PlainTable } from '@/components/ui/data-table'
import type { CreditProductView } from '@/lib/credits/products'

type Price = Pick<CreditProductView, 'code' | 'name' | 'description' | 'cost'>

const columns: Column<Price>[] = [
  { id: 'name', header: 'Product', cell: row => <Cut text={row.name} /> },
  { id: 'for', header: 'What one is', cell: row => row.description },
  {
    id: 'cost',
    header: 'Credits',
    align: 'end',
    cell: row => (row.cost === 0 ? 'Free' : row.cost.toLocaleString('en')),
  },
]

/** What credits are spent on. */
export function Prices({ prices }: { prices: Price[] }) {
  return <PlainTable columns={columns} label="Prices" rowKey={row => row.code} rows={prices} />
}
