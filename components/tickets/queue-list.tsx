'use client'

import { IconMessages } from '@tabler/icons-react'
import { OrganizationCell } from '@/components/organizations/organization-cell'
import { Cut } from '@/components/ui/cut'
import { type Column, DataTable, SelectFilter, type Wire } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Assignee } from '@/lib/tickets/assign'
import type { QueueRow } from '@/lib/tickets/view'
import { columnsOf } from './columns'
import { TicketFilters } from './filters'
import { QUEUE_URL, queuePath } from './paths'
import { KIND_LABEL } from './status'
import classes from './tickets.module.css'

type Row = Wire<QueueRow>

const shared = columnsOf<Row>({ to: 'staff', href: queuePath })
const columns: Column<Row>[] = [
  shared.ticket,
  {
    id: 'organization',
    header: 'Organization',
    cell: row => <OrganizationCell {...row} />,
  },
  {
    ...shared.kind,
    cell: ({ kind, mau }) => (
      <>
        {KIND_LABEL[kind]}
        {mau !== null && <span className={classes.second}>{`${mau.toLocaleString('en')}\u00a0MAU`}</span>}
      </>
    ),
  },
  shared.status,
  {
    id: 'assignee',
    header: 'Assignee',
    cell: row =>
      row.assigneeName ? <Cut text={row.assigneeName} /> : <span className={classes.none}>Nobody</span>,
  },
  shared.lastMessage,
]

export function QueueList({ assignees }: { assignees: Assignee[] }) {
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'lastMessageAt', order: 'desc' }}
      empty={
        <EmptyState icon={<IconMessages size={32} stroke={1.5} />} title="No tickets yet">
          What customers ask sales and support arrives here, and by mail.
        </EmptyState>
      }
      filters={
        <>
          <TicketFilters to="staff" />
          <SelectFilter
            unset="Any assignee"
            label="Assignee"
            name="assignee"
            options={choicesOf(assignees)}
          />
        </>
      }
      label="Tickets"
      rowKey={row => String(row.number)}
      searchHint="Search number, subject or organization"
      url={QUEUE_URL}
    />
  )
}

function choicesOf(assignees: Assignee[]) {
  const people = assignees.map(({ id, name }) => ({ value: id, label: name }))
  return [{ value: 'me', label: 'Mine' }, { value: 'nobody', label: 'Nobody’s' }, ...people]
}
