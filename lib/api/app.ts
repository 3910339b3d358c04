import { OpenAPIHono } from '@hono/zod-openapi'
import { cors } from 'hono/cors'
import { log } from '@/lib/log'
import { discovery } from './discovery'
import { health } from './health'
import { jwks } from './jwks'

/** Where the machine door answers; every other path belongs to Next. */
const PREFIXES = ['/jans-auth/', '/.well-known/', '/healthz']

export function isMachinePath(path: string): boolean {
  return PREFIXES.some(prefix => path.startsWith(prefix))
}

/** The machine door: one Hono app in front of Next, JSON in every answer. */
export function machineDoor(): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(cors({ origin: '*', allowHeaders: ['authorization', 'jti', 'content-type'], maxAge: 600 }))
  app.route('/', discovery)
  app.route('/', jwks)
  app.route('/', health)
  app.notFound(c => c.json({ error: 'not_found', error_description: 'There is no such endpoint.' }, 404))
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, 'the machine door failed')
    const description = 'Something went wrong on our side. Try again in a moment.'
    return c.json({ error: 'server_error', error_description: description }, 500)
  })
  return app
}
