import type { SsaStatus } from '@/lib/ssa/schema'

/** Why the JWT of an ended SSA is no longer shown, and what to do. */
export const ENDED: Record<Exclude<SsaStatus, 'ACTIVE'>, string> = {
  EXPIRED:
    'This SSA has expired, so its JWT is no longer shown. Clients registered with it live on. For another installation, create a new SSA.',
  USED: 'This one time SSA has been used, so its JWT is no longer shown. For another installation, create a new SSA.',
  REVOKED:
    'This SSA was revoked, so its JWT is no longer shown and works nowhere. To connect an installation again, create a new SSA.',
}
