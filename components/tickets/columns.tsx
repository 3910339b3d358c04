import type { Column, Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Link } from '@/components/ui/link'
import type { TicketRow } from '@/lib/tickets/view'
import { KIND_LABEL, TicketStatusBadge } from './status'
import classes from './tickets.module.css'

interface Options {
  /** Who reads the list. */
  to: 'customer' | 'staff'
  href: (number: number) => string
}

/** The columns that both lists have, by name. */
export function columnsOf<T extends Wire<TicketRow>>({ to, href }: Options) {
  return {
    ticket: {
      id: 'ticket',
      header: 'Ticket',
      sort: 'createdAt',
      firstOrder: 'desc',
      cell: row => (
        <Link className={classes.ticket} href={href(row.number)}>
          <span className={classes.number}>#{row.number}</span> {row.subject}
        </Link>
      ),
    },
    kind: { id: 'kind', header: 'Kind', cell: row => KIND_LABEL[row.kind] },
    status: {
      id: 'status',
      header: 'Status',
      cell: row => <TicketStatusBadge status={row.status} to={to} />,
    },
    lastMessage: {
      id: 'lastMessage',
      header: 'Last message',
      sort: 'lastMessageAt',
      firstOrder: 'desc',
      cell: row => <DateTime at={row.lastMessageAt} />,
    },
  } satisfies Record<string, Column<T>>
}
