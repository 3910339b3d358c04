'use client'

import { IconReceipt } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type Column, DataTable, SelectFilter, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { ExportButton } from '@/components/ui/export-button'
import { Link } from '@/components/ui/link'
import { money } from '@/lib/orders/money'
import type { OrderView } from '@/lib/orders/view'
import classes from './orders.module.css'
import { orderPath } from './paths'
import { OrderStatusBadge } from './status'
import { ORDER_KIND, periodText, STATUS_OPTIONS } from './words'

export function OrderHistory({ organizationId, url }: { organizationId: string; url: string }) {
  const columns = useMemo(() => columnsOf(organizationId), [organizationId])
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={
        <EmptyState icon={<IconReceipt size={32} stroke={1.5} />} title="Nothing was ordered yet">
          Every order and its invoice is kept here.
        </EmptyState>
      }
      actions={<ExportButton url={url} />}
      filters={<SelectFilter unset="Any status" label="Status" name="status" options={STATUS_OPTIONS} />}
      label="Billing history"
      rowKey={order => order.id}
      searchHint="Search by number or reference"
      url={url}
    />
  )
}

function columnsOf(organizationId: string): Column<Wire<OrderView>>[] {
  return [
    {
      id: 'number',
      header: 'Number',
      cell: row => (
        <span className={classes.piece}>
          <Link href={orderPath(organizationId, row.number)}>{row.number}</Link>
        </span>
      ),
    },
    { id: 'kind', header: 'For', cell: row => `${ORDER_KIND[row.kind]}: ${row.planName}` },
    {
      id: 'period',
      header: 'Period',
      secondary: true,
      cell: row => periodText(row),
    },
    { id: 'amount', header: 'Amount', align: 'end', cell: row => money(row.amount, row.currency) },
    { id: 'status', header: 'Status', cell: row => <Status organizationId={organizationId} row={row} /> },
    {
      id: 'created',
      header: 'Ordered',
      sort: 'createdAt',
      firstOrder: 'desc',
      cell: row => <DateTime at={row.createdAt} />,
    },
  ]
}

/** What did not arrive needs somebody to do something, and leads there. */
function Status({ organizationId, row }: { organizationId: string; row: Wire<OrderView> }) {
  return (
    <>
      <OrderStatusBadge order={row} />
      {row.refundFailedAt !== null && (
        <>
          {' '}
          <Link href={orderPath(organizationId, row.number)}>What to do</Link>
        </>
      )}
    </>
  )
}
