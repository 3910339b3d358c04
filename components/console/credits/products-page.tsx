'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CreditProductView } from '@/lib/credits/products'
import type { ChangeProductInput, CreateProductInput } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'

const ProductDialog = dynamic(() => import('./product-dialog'), { ssr: false })

export interface ProductActions {
  create: (input: CreateProductInput) => Promise<Result<{ name: string }>>
  change: (input: ChangeProductInput) => Promise<Result<{ name: string }>>
}

interface Props extends ProductActions {
  products: CreditProductView[]
  mayChange: boolean
}

/** What SCAN credits pay for, and how much. */
export function CreditProductsPage({ products, mayChange, create, change }: Props) {
  const [asked, setAsked] = useState<CreditProductView | 'new' | null>(null)
  const router = useRouter()
  const columns = useMemo(() => (mayChange ? [...COLUMNS, editColumn(setAsked)] : COLUMNS), [mayChange])
  const close = () => setAsked(null)
  const done = () => {
    close()
    router.refresh()
  }
  return (
    <>
      <PageHeader
        actions={mayChange && <Button onClick={() => setAsked('new')}>New product</Button>}
        crumbs={[{ label: 'Console' }]}
        description="What SCAN credits pay for. A changed cost counts from the next debit on; what was booked stays as it is."
        title="SCAN products"
      />
      <PlainTable columns={columns} label="SCAN products" rowKey={row => row.code} rows={products} />
      {asked && (
        <ProductDialog
          change={change}
          create={create}
          onClose={close}
          onDone={done}
          product={asked === 'new' ? null : asked}
        />
      )}
    </>
  )
}

function editColumn(ask: (product: CreditProductView) => void): Column<CreditProductView> {
  return {
    id: 'edit',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: row => (
      <Button aria-label={`Edit ${row.name}`} onClick={() => ask(row)} size="compact-sm" variant="default">
        Edit
      </Button>
    ),
  }
}

const COLUMNS: Column<CreditProductView>[] = [
  { id: 'name', header: 'Name', cell: row => <strong>{row.name}</strong> },
  { id: 'code', header: 'Code', cell: row => <code>{row.code}</code> },
  { id: 'for', header: 'What one is', secondary: true, cell: row => row.description },
  { id: 'cost', header: 'Cost', align: 'end', cell: row => row.cost.toLocaleString('en') },
  {
    id: 'state',
    header: 'Status',
    cell: row =>
      row.active ? (
        <StatusBadge tone="good">Active</StatusBadge>
      ) : (
        <StatusBadge tone="neutral">Not offered</StatusBadge>
      ),
  },
  { id: 'changed', header: 'Changed', secondary: true, cell: row => <DateTime at={row.updatedAt} /> },
]
