import { type CreditReason, REASONS } from '@/lib/credits/reasons'
import type { Protocol } from '../refusal'
import { oauth } from './oauth'

/** The credits API: `{code, message, reason}`, its reasons from one table. `code` is the HTTP status. */
export const credits: Protocol = {
  table: {
    INVALID: row('INVALID_REQUEST'),
    UNAUTHENTICATED: row('INVALID_TOKEN'),
    FORBIDDEN: row('INSUFFICIENT_SCOPE'),
    NOT_FOUND: row('NOT_FOUND'),
    CONFLICT: row('CONFLICT'),
    LIMIT: row('RATE_LIMITED'),
  },
  codeOf: { 405: 'WRONG_METHOD', 413: 'TOO_LARGE' },
  statusOf: reason => Object.entries(REASONS).find(([name]) => name === reason.toUpperCase())?.[1].status,
  body: ({ status, message, code }) => ({ code: status, message, reason: code.toUpperCase() }),
  headers: refusal => oauth.headers({ ...refusal, code: refusal.code.toLowerCase() }),
}

function row(code: CreditReason) {
  return { code, status: REASONS[code].status }
}
