'use client'

import { IconReceipt } from '@tabler/icons-react'
import { OrganizationCell } from '@/components/organizations/organization-cell'
import { Cut } from '@/components/ui/cut'
import { type Column, DataTable, SelectFilter, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import classes from './orders.module.css'
import { staffOrderPath } from './paths'
import { OrderStatusBadge } from './status'
import { dayText, ORDER_KIND, STATUS_OPTIONS } from './words'

const columns: Column<Wire<StaffOrderView>>[] = [
  {
    id: 'number',
    header: 'Number',
    cell: row => (
      <span className={classes.piece}>
        <Link href={staffOrderPath(row.number)}>{row.number}</Link>
      </span>
    ),
  },
  { id: 'organization', header: 'Organization', cell: row => <OrganizationCell {...row} /> },
  { id: 'company', header: 'Company', secondary: true, cell: row => <Cut text={row.details.company} /> },
  { id: 'kind', header: 'For', cell: row => `${ORDER_KIND[row.kind]}: ${row.planName}` },
  { id: 'amount', header: 'Amount', align: 'end', cell: row => money(row.amount, row.currency) },
  { id: 'status', header: 'Status', cell: row => <OrderStatusBadge order={row} /> },
  {
    id: 'due',
    header: 'Due by',
    secondary: true,
    cell: row => <span className={classes.piece}>{dayText(row.dueAt)}</span>,
  },
  {
    id: 'created',
    header: 'Ordered',
    sort: 'createdAt',
    firstOrder: 'desc',
    cell: row => <DateTime at={row.createdAt} />,
  },
]

export function StaffOrderList({ url }: { url: string }) {
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={
        <EmptyState icon={<IconReceipt size={32} stroke={1.5} />} title="No orders yet">
          Organizations order subscriptions under Market, Flex. What they pay by invoice is marked paid here.
        </EmptyState>
      }
      filters={<SelectFilter unset="Any status" label="Status" name="status" options={STATUS_OPTIONS} />}
      label="Orders"
      rowKey={order => order.id}
      searchHint="Search number, company or e-mail"
      url={url}
    />
  )
}
