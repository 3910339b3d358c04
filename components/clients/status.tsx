import { StatusBadge, type Tone } from '@/components/ui/status-badge'
import type { ClientStatus } from '@/lib/clients/schema'

export const CLIENT_STATUS_LABEL: Record<ClientStatus, string> = {
  ACTIVE: 'Active',
  EXPIRED: 'Expired',
  DISABLED: 'Disabled',
}

const TONE: Record<ClientStatus, Tone> = { ACTIVE: 'good', EXPIRED: 'waiting', DISABLED: 'bad' }

export function ClientStatusBadge({ status }: { status: ClientStatus }) {
  return <StatusBadge tone={TONE[status]}>{CLIENT_STATUS_LABEL[status]}</StatusBadge>
}
