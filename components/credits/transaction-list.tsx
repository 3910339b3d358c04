'use client'

import { IconCoins } from '@tabler/icons-react'
import { DataTable, SelectFilter, TimeFilter } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { namedOptions, optionsOf } from '@/components/ui/options'
import { KIND_LABEL, TRANSACTION_COLUMNS, type Transaction } from './columns'
import { TransactionDetails } from './transaction-details'

interface Props {
  url: string
  /** To filter by. */
  products: { code: string; name: string }[]
}

const KINDS = optionsOf(KIND_LABEL)

export function TransactionList({ url, products }: Props) {
  return (
    <DataTable<Transaction>
      columns={TRANSACTION_COLUMNS}
      defaultSort={{ sort: 'at', order: 'desc' }}
      empty={
        <EmptyState icon={<IconCoins size={32} stroke={1.5} />} title="No transactions yet">
          Every credit that comes or goes leaves an entry here that nobody can change.
        </EmptyState>
      }
      expand={row => <TransactionDetails row={row} />}
      filters={
        <>
          <SelectFilter unset="Any product" label="Product" name="product" options={namedOptions(products)} />
          <SelectFilter unset="Any kind" label="Kind" name="kind" options={KINDS} />
          <TimeFilter label="From" name="from" />
          <TimeFilter label="To" name="to" />
        </>
      }
      label="Transactions"
      rowKey={row => row.id}
      url={url}
    />
  )
}
