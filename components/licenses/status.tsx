import { StatusBadge, type Tone } from '@/components/ui/status-badge'
import type { LicenseStanding } from '@/lib/licenses/standing'

export const STANDING_LABEL: Record<LicenseStanding, string> = {
  VALID: 'Active',
  NOT_STARTED: 'Starts later',
  SUSPENDED: 'Suspended',
  EXPIRED: 'Expired',
  REVOKED: 'Revoked',
  REPLACED: 'Replaced',
}

const TONE: Record<LicenseStanding, Tone> = {
  VALID: 'good',
  NOT_STARTED: 'waiting',
  SUSPENDED: 'bad',
  EXPIRED: 'waiting',
  REVOKED: 'bad',
  REPLACED: 'neutral',
}

/** The verdict on a license, in one word. */
export function LicenseStatusBadge({ standing }: { standing: LicenseStanding }) {
  return <StatusBadge tone={TONE[standing]}>{STANDING_LABEL[standing]}</StatusBadge>
}

export const KIND_LABEL = { TRIAL: 'Trial', SUBSCRIPTION: 'Subscription', ENTERPRISE: 'Enterprise' } as const
