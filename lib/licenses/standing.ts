import type { Verdict } from './judge'

/** Where a license stands: the code of the verdict on it. */
export type LicenseStanding = Verdict['code']

export const STANDINGS = [
  'VALID',
  'NOT_STARTED',
  'SUSPENDED',
  'EXPIRED',
  'REVOKED',
  'REPLACED',
] as const satisfies readonly LicenseStanding[]

export const KINDS = ['TRIAL', 'SUBSCRIPTION', 'ENTERPRISE'] as const

/** Days within which a license may be asked to end. */
export const ENDS_WITHIN = [7, 30, 90] as const
