import { createRoute, z } from '@hono/zod-openapi'
import { runtime } from '@/lib/runtime'
import { part, serve } from './call'
import { json } from './describe'

const status = z.object({ status: z.string() })

const route = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'health',
  tags: ['Operation'],
  summary: 'Health',
  description: 'For load balancers.',
  responses: {
    200: json(status, 'The database answers.'),
    503: json(status, 'The database does not answer.'),
  },
})

/** For load balancers: 200 while the database answers, else 503. */
export const health = part()

serve(health, route, async c => {
  try {
    await runtime().pool.query('SELECT 1')
    return c.json({ status: 'ok' })
  } catch {
    return c.json({ status: 'database unavailable' }, 503)
  }
})
