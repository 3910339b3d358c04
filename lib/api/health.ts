import { OpenAPIHono } from '@hono/zod-openapi'
import { runtime } from '@/lib/runtime'

/** For load balancers: 200 while the database answers, else 503. */
export const health = new OpenAPIHono().get('/healthz', async c => {
  try {
    await runtime().pool.query('SELECT 1')
    return c.json({ status: 'ok' })
  } catch {
    return c.json({ status: 'database unavailable' }, 503)
  }
})
