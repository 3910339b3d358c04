import type { ReactNode } from 'react'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import type { TicketView } from '@/lib/tickets/view'
import { LicenseFact } from './license-fact'
import { KIND_LABEL, TicketStatusBadge } from './status'

interface Props {
  ticket: TicketView
  /** Who reads them. */
  to: 'customer' | 'staff'
  /** What that side wants to know besides. */
  more?: { label: string; value: ReactNode }[]
}

export function TicketFacts({ ticket, to, more = [] }: Props) {
  const { kind, status, openedByName, createdAt } = ticket
  const rows = [
    { label: 'Status', value: <TicketStatusBadge status={status} to={to} /> },
    { label: 'Kind', value: KIND_LABEL[kind] },
    ...more,
    ...(kind === 'SALES' ? salesFacts(ticket) : []),
    { label: 'Opened', value: <DateTime at={createdAt} /> },
    { label: 'By', value: openedByName },
  ]
  return <KeyValueRows rows={rows} />
}

function salesFacts({ mau, productName, contactName, contactEmail, license }: TicketView) {
  return [
    { label: 'MAU wanted', value: mau?.toLocaleString('en') },
    { label: 'Product', value: productName },
    { label: 'License when opened', value: <LicenseFact license={license} /> },
    { label: 'Contact', value: `${contactName}, ${contactEmail}` },
  ]
}
