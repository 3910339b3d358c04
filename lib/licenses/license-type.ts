import type { LicenseFacts } from './hot'

/** `license_type`, in the words that installed software shows. On the wire an enterprise license is a subscription. */
const TYPES = { TRIAL: 'time-limited', SUBSCRIPTION: 'subscription', ENTERPRISE: 'subscription' } as const

export const LICENSE_TYPES = ['time-limited', 'subscription'] as const

export function licenseType({ kind }: Pick<LicenseFacts, 'kind'>): (typeof LICENSE_TYPES)[number] {
  return TYPES[kind]
}
