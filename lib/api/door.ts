import type { RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { NO_STORE } from './answer'
import { machineDoor } from './app'
import { refusalBeforePath } from './before-path'

/** Any origin, no credentials: administration screens of other products call from browsers. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'link, www-authenticate, retry-after, x-request-id',
}
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, jti, content-type',
  'access-control-max-age': '600',
}

/** The machine door for Node's server. Headers that every answer has are set here: in Hono each would cost a copy. */
export function machineListener(): (...args: Parameters<RequestListener>) => Promise<void> {
  // HTTP/1.0 asks without a Host header, as probes of load balancers do.
  const answer = getRequestListener(machineDoor().fetch, {
    errorHandler: refuseTarget,
    hostname: 'localhost',
  })
  return async (request, response) => {
    setHeaders(response, CORS)
    response.setHeader('x-request-id', String(request.headers['x-request-id'] ?? ''))
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.method !== 'OPTIONS') return answer(request, response)
    setHeaders(response, PREFLIGHT)
    response.writeHead(204).end()
  }
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** A request target or Host header that is no URL never reaches the app. */
function refuseTarget(): Response {
  const body = refusalBeforePath(400, 'The address of the request is not valid.')
  return new Response(body, { status: 400, headers: { 'content-type': 'application/json', ...NO_STORE } })
}
