import type { ReasonCode } from './reasons'

/** What the judgement of a license rests on. */
export interface Judged {
  status: 'LIVE' | 'EXPIRED' | 'REVOKED' | 'REPLACED'
  validFrom: Date
  validUntil: Date
  suspendedAt: Date | null
}

export type Verdict =
  | { valid: true; code: Extract<ReasonCode, 'VALID'> }
  | {
      valid: false
      code: Extract<ReasonCode, 'NOT_STARTED' | 'EXPIRED' | 'SUSPENDED' | 'REVOKED' | 'REPLACED'>
    }

/** What is told of a license: one in force that was never put to use is told apart. */
export type ToldVerdict = Verdict | { valid: true; code: 'NOT_ACTIVATED' }

/** Milliseconds by which the clocks of two processes may differ: a license just started by one is valid for the other. */
export const LEEWAY = 5 * 60 * 1000

/** Whether a license is in force at `now`: from `validFrom` on and before `validUntil`. What has ended stays ended. */
export function judge(license: Judged, now: Date): Verdict {
  if (license.status !== 'LIVE') return { valid: false, code: license.status }
  if (license.validUntil <= now) return { valid: false, code: 'EXPIRED' }
  if (license.suspendedAt !== null) return { valid: false, code: 'SUSPENDED' }
  if (license.validFrom.getTime() - LEEWAY > now.getTime()) return { valid: false, code: 'NOT_STARTED' }
  return { valid: true, code: 'VALID' }
}

/** The verdict as callers and people are told it. */
export function told(verdict: Verdict, { activatedAt }: { activatedAt: Date | null }): ToldVerdict {
  return verdict.valid && activatedAt === null ? { valid: true, code: 'NOT_ACTIVATED' } : verdict
}

/** Whether a license has not ended: in force, suspended, or yet to start. */
export function isLive({ code }: Verdict): boolean {
  return code === 'VALID' || code === 'SUSPENDED' || code === 'NOT_STARTED'
}
