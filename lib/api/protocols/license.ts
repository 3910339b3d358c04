import { REASONS } from '@/lib/licenses/reasons'
import type { Protocol, Refusal } from '../refusal'
import { oauth } from './oauth'

/** The license API (license contract §1.5): `{code, message, reason}`, its reasons from the one table of licensing. */
export const license: Protocol = {
  table: {
    INVALID: { status: 422, code: 'INVALID_REQUEST' },
    UNAUTHENTICATED: { status: 401, code: 'INVALID_TOKEN' },
    FORBIDDEN: { status: 422, code: 'INSUFFICIENT_SCOPE' },
    NOT_FOUND: { status: 404, code: 'NOT_FOUND' },
    CONFLICT: { status: 409, code: 'CONFLICT' },
    LIMIT: { status: 429, code: 'RATE_LIMITED' },
  },
  codeOf: { 405: 'WRONG_METHOD', 413: 'TOO_LARGE' },
  statusOf: reason => Object.entries(REASONS).find(([name]) => name === reason)?.[1].status,
  body: refusal => ({ code: told(refusal), message: refusal.message, reason: refusal.code.toUpperCase() }),
  headers: refusal => oauth.headers({ ...refusal, code: refusal.code.toLowerCase() }),
}

/** Installed software takes 401 and 403 for the end of its administrator's session. */
function told({ status }: Refusal): number {
  return status === 401 || status === 403 ? 422 : status
}
