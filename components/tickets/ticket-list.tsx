'use client'

import { IconMessages } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { Cut } from '@/components/ui/cut'
import { type Column, DataTable, type Wire } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { TicketRow } from '@/lib/tickets/view'
import { columnsOf } from './columns'
import { TicketFilters } from './filters'
import { ticketsPath, ticketsUrl } from './paths'

type Row = Wire<TicketRow>

interface Props {
  organizationId: string
  /** The first thing to do while there is no ticket. */
  create: ReactNode
}

export function TicketList({ organizationId, create }: Props) {
  const columns = useMemo(() => listColumns(organizationId), [organizationId])
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'lastMessageAt', order: 'desc' }}
      empty={
        <EmptyState action={create} icon={<IconMessages size={32} stroke={1.5} />} title="No tickets yet">
          A ticket is a conversation with the people who run this portal: ask for help when something does not
          work, or for a license with more users than the plans have.
        </EmptyState>
      }
      filters={<TicketFilters to="customer" />}
      label="Tickets"
      rowKey={row => String(row.number)}
      searchHint="Search number or subject"
      url={ticketsUrl(organizationId)}
    />
  )
}

function listColumns(organizationId: string): Column<Row>[] {
  const { ticket, kind, status, lastMessage } = columnsOf<Row>({
    to: 'customer',
    href: number => ticketsPath(organizationId, number),
  })
  const by: Column<Row> = {
    id: 'by',
    header: 'Opened by',
    secondary: true,
    cell: row => <Cut text={row.openedByName} />,
  }
  return [ticket, kind, status, by, lastMessage]
}
