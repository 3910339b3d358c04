import { NO_STORE } from '../answer'
import type { Protocol, Refusal } from '../refusal'

/** Refuses as Janssen's SSA endpoint does (Janssen contract §1.3): 401 for a missing scope, too, and 400 for an unknown id. */
export const ssa: Protocol = {
  table: {
    INVALID: { status: 400, code: 'invalid_ssa_metadata' },
    UNAUTHENTICATED: { status: 401, code: 'invalid_client' },
    FORBIDDEN: { status: 401, code: 'unauthorized_client' },
    NOT_FOUND: { status: 400, code: 'invalid_jti' },
    // The extension module is at fault, and whoever asked cannot help it.
    CONFLICT: { status: 500, code: 'unknown_error' },
    LIMIT: { status: 429, code: 'temporarily_unavailable' },
  },
  codeOf: { 403: 'access_denied', 404: 'not_found', 405: 'invalid_request', 413: 'invalid_request' },
  body: refusal => {
    const error = errorOf(refusal)
    return { error, error_description: refusal.message, ...(REASONS[error] && { reason: REASONS[error] }) }
  },
  headers: ({ status }) => ({
    ...NO_STORE,
    ...(status === 401 && { 'www-authenticate': CHALLENGE }),
  }),
}

/** Janssen's challenge, which its clients know, and the one that says what really works (RFC 6750 §3). */
const CHALLENGE = 'Basic realm="jans-auth", Bearer realm="writ"'

/** Janssen's own words, which some clients look at. */
const REASONS: Record<string, string> = {
  unauthorized_client: 'Unauthorized client',
  invalid_client: 'Unable to authenticate client.',
  invalid_ssa_metadata: 'Invalid SSA Metadata',
  invalid_jti: 'Invalid JTI or not exists',
  access_denied: 'Feature flag is disabled on server.',
  unknown_error: 'Unknown error',
}

function errorOf({ status, code }: Refusal): string {
  if (status === 500) return 'unknown_error'
  return code === 'invalid_token' ? 'invalid_client' : code
}
