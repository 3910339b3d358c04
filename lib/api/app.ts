import { ENDPOINTS } from '@/lib/endpoints'
import { type Call, part } from './call'
import { credits } from './credits/routes'
import { discovery } from './discovery'
import { health } from './health'
import { jwks } from './jwks'
import { licenseDocuments } from './license/document'
import { license } from './license/routes'
import { usageReports } from './license/usage'
import { strayCalls } from './methods'
import { introspection } from './oauth/introspect'
import { revocation } from './oauth/revoke'
import { token } from './oauth/token'
import { openApi } from './openapi'
import { credits as crediting } from './protocols/credits'
import { license as licensing } from './protocols/license'
import * as protocols from './protocols/oauth'
import { ssa } from './protocols/ssa'
import { type Protocol, refuse } from './refusal'
import { registration } from './register'
import { ssaJwtEndpoint } from './ssa/jwt'
import { ssaManagement } from './ssa/manage'
import { ssaValidation } from './ssa/validate'
import { stripeEvents } from './stripe'

/** Where the machine door answers, with or without the slash at the end; every other path belongs to Next. */
const PREFIXES = [
  '/jans-auth/',
  '/.well-known/',
  '/healthz',
  '/openapi.json',
  '/v1/license/',
  '/v1/credits/',
  '/scan/license/',
  '/webhooks/',
]

export function isMachinePath(target: string): boolean {
  // A request line may name the whole address (RFC 9112 §3.2.2).
  const path = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/]*/i, '')
  return PREFIXES.some(prefix => path.startsWith(prefix)) || PREFIXES.includes(`${path.split('?', 1)[0]}/`)
}

/** Whose shape a refusal has, by the beginning of the path; the first that fits. */
const PROTOCOLS: [string, Protocol][] = [
  [ENDPOINTS.register, protocols.registration],
  [ENDPOINTS.ssa, ssa],
  ['/v1/license', licensing],
  ['/scan/license', licensing],
  ['/v1/credits', crediting],
]

function protocolOf(path: string): Protocol {
  return PROTOCOLS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? protocols.oauth
}

const OAUTH = [token, introspection, revocation, registration]
const STATEMENTS = [ssaManagement, ssaJwtEndpoint, ssaValidation]
const PARTS = [
  discovery,
  jwks,
  ...OAUTH,
  ...STATEMENTS,
  license,
  licenseDocuments,
  usageReports,
  credits,
  stripeEvents,
  health,
]

/** The machine door: one Hono app in front of Next, JSON in every answer. */
export function machineDoor() {
  const app = part()
  for (const one of PARTS) app.route('/', one)
  app.route('/', openApi(app))
  const stray = strayCalls(app.routes)
  const fail = (error: unknown, c: Call) => refuse(c, error, protocolOf(c.req.path))
  app.notFound(c => fail(stray(c.req.path), c))
  app.onError((error, c) => fail(error, c))
  return app
}
