import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { Context, Handler } from 'hono'
import type { Ctx } from '@/lib/context'
import { contextOf, runtime } from '@/lib/runtime'

interface MachineEnv {
  Bindings: HttpBindings
}

/** One request at the machine door. */
export type Call = Context<MachineEnv>

/** Routes that share a file. */
export type Part = OpenAPIHono<MachineEnv>

export function part(): Part {
  return new OpenAPIHono<MachineEnv>()
}

/** Serves an operation and describes it at /openapi.json. Bodies and credentials are read by the handler, in its order. */
export function serve(app: Part, route: RouteConfig, handler: Handler<MachineEnv>): void {
  app.openAPIRegistry.registerPath(route)
  app.on(route.method.toUpperCase(), route.path.replaceAll(/\{(.+?)\}/g, ':$1'), handler)
}

/** A request header; repeated ones are joined by commas, as RFC 9110 §5.3 has it. */
export function header(c: Call, name: string): string | undefined {
  const value = c.env.incoming.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Nobody in particular: may nothing that the permission table names. */
const ANONYMOUS = { kind: 'client' as const, clientId: 'anonymous', name: 'Anonymous', scopes: [] }

/** The context of a call before, or without, credentials. */
export function callCtx(c: Call): Ctx {
  const requestId = header(c, 'x-request-id') ?? ''
  const address = header(c, 'x-writ-address') ?? null
  return { ...contextOf(runtime(), { requestId, address }), actor: ANONYMOUS, organization: null }
}
