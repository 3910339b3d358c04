import { StatusBadge, type Tone } from '@/components/ui/status-badge'
import type { SsaStatus } from '@/lib/ssa/schema'

export const STATUS_LABEL: Record<SsaStatus, string> = {
  ACTIVE: 'Active',
  USED: 'Used',
  EXPIRED: 'Expired',
  REVOKED: 'Revoked',
}

const TONE: Record<SsaStatus, Tone> = { ACTIVE: 'good', USED: 'neutral', EXPIRED: 'waiting', REVOKED: 'bad' }

export function SsaStatusBadge({ status }: { status: SsaStatus }) {
  return <StatusBadge tone={TONE[status]}>{STATUS_LABEL[status]}</StatusBadge>
}
