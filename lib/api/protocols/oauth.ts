import { NO_STORE } from '../answer'
import type { Protocol, Refusal } from '../refusal'

const REALM = 'writ'

/** RFC 6749 §5.2, RFC 6750 §3.1: token, introspection, revocation, discovery, and whatever has no shape of its own. */
export const oauth: Protocol = {
  table: {
    INVALID: { status: 400, code: 'invalid_request' },
    UNAUTHENTICATED: { status: 401, code: 'invalid_client' },
    FORBIDDEN: { status: 400, code: 'unauthorized_client' },
    NOT_FOUND: { status: 404, code: 'not_found' },
    CONFLICT: { status: 400, code: 'invalid_request' },
    LIMIT: { status: 429, code: 'temporarily_unavailable' },
  },
  body: ({ code, message }) => ({ error: code, error_description: describable(message) }),
  headers: refusal => ({ ...NO_STORE, ...challenge(refusal) }),
}

/** RFC 7591 §3.2.2 and RFC 7592. */
export const registration: Protocol = {
  ...oauth,
  table: {
    ...oauth.table,
    INVALID: { status: 400, code: 'invalid_client_metadata' },
    UNAUTHENTICATED: { status: 401, code: 'invalid_token' },
    CONFLICT: { status: 400, code: 'invalid_client_metadata' },
  },
  // Nothing is wrong with the metadata, which nobody has read.
  codeOf: { 405: 'invalid_request', 413: 'invalid_request' },
}

/** A 401 says which credentials would do (RFC 9110 §11.6.1, RFC 6750 §3). */
function challenge({ status, code, message }: Refusal): Record<string, string> {
  if (status !== 401) return {}
  if (code === 'invalid_client') return { 'www-authenticate': `Basic realm="${REALM}", charset="UTF-8"` }
  const description = describable(message)
  return {
    'www-authenticate': `Bearer realm="${REALM}", error="${code}", error_description="${description}"`,
  }
}

/** RFC 6749 §5.2 lets neither quotes nor anything beyond ASCII into descriptions. */
function describable(message: string): string {
  return message.replaceAll('"', "'").replaceAll(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, '?')
}
