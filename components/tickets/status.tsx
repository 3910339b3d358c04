import { StatusBadge, type Tone } from '@/components/ui/status-badge'
import type { TicketKind, TicketStatus } from '@/lib/tickets/schema'

export const KIND_LABEL: Record<TicketKind, string> = { SALES: 'Sales', SUPPORT: 'Support' }

interface Said {
  label: string
  tone: Tone
}

/** The states in the words of each side; what waits for the reader stands out. */
export const STATUS: Record<'customer' | 'staff', Record<TicketStatus, Said>> = {
  customer: {
    OPEN: { label: 'Open', tone: 'neutral' },
    WAITING: { label: 'Waiting for you', tone: 'waiting' },
    ANSWERED: { label: 'Answered', tone: 'good' },
    CLOSED: { label: 'Closed', tone: 'neutral' },
  },
  staff: {
    OPEN: { label: 'Open', tone: 'waiting' },
    WAITING: { label: 'Waiting for the customer', tone: 'neutral' },
    ANSWERED: { label: 'Answered', tone: 'good' },
    CLOSED: { label: 'Closed', tone: 'neutral' },
  },
}

interface Props {
  status: TicketStatus
  /** Who reads it. */
  to: 'customer' | 'staff'
}

export function TicketStatusBadge({ status, to }: Props) {
  const { label, tone } = STATUS[to][status]
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}
