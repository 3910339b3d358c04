import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Env, isDevelopment, isHttps } from '@/lib/env'

/** What both doors are told of a request; a client's own copies of these headers never count. */
export function stamp(
  request: IncomingMessage,
  { requestId, address }: Pick<Facts, 'requestId' | 'address'>,
): void {
  request.headers['x-request-id'] = requestId
  request.headers['x-writ-address'] = address
}

/** What pages trust besides: nonce, path, and one public host; and the response headers that guard them. */
export function prepareForPages(request: IncomingMessage, response: ServerResponse, facts: Facts): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const { headers } = request
  request.url = decodable(request.url ?? '/')
  headers['content-security-policy'] = policy
  headers['x-nonce'] = nonce
  headers['x-writ-path'] = addressOfPage(request.url)
  // One public address: whatever a proxy calls us, Next and next-auth see the host of WRIT_URL.
  headers.host = new URL(facts.env.WRIT_URL).host
  for (const name of FORWARDED) delete headers[name]
  setSecurityHeaders(response, policy, facts)
}

/** Next fails at escapes that are no UTF-8. Taken as text they name a page that is not there, and that is what is said. */
function decodable(url: string): string {
  const [path = '', ...query] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?')
  }
}

/** Without what Next's own client adds when it fetches a page: nobody is to be led there. */
function addressOfPage(url: string): string {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  if (!parameters.has('_rsc')) return url
  const path = url.slice(0, url.indexOf('?'))
  parameters.delete('_rsc')
  return parameters.size > 0 ? `${path}?${parameters}` : path
}

interface Facts {
  env: Env
  requestId: string
  address: string
}

const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']

function setSecurityHeaders(response: ServerResponse, policy: string, { env, requestId }: Facts): void {
  response.setHeader('content-security-policy', policy)
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  response.setHeader('x-request-id', requestId)
  if (isHttps(env)) {
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}

/** Scripts run only with this response's nonce. Mantine sets style attributes, which is all that is let inline. */
function contentSecurityPolicy(nonce: string): string {
  // Next's development tools evaluate code and write styles without a nonce.
  const [evaluating, styles] = isDevelopment()
    ? [" 'unsafe-eval'", "'unsafe-inline'"]
    : ['', `'nonce-${nonce}'`]
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluating}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
