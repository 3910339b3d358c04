import { createRoute, z } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { notFound } from '@/lib/errors'
import { validateSsa } from '@/lib/ssa/validate'
import { NO_STORE } from '../answer'
import { type Call, header, part, serve } from '../call'
import { limitAddress } from '../limits'
import { openCall } from './call'
import { INVALID_JTI, OPEN_REFUSALS, TAGS } from './describe'

const common = {
  tags: TAGS,
  request: { headers: z.object({ jti: z.string().openapi({ description: 'The id of the SSA.' }) }) },
  responses: {
    200: {
      description: 'It is live. A one-time SSA is used up by this answer, and the next caller gets 400.',
    },
    400: INVALID_JTI,
    ...OPEN_REFUSALS,
  },
}

/** Served with `GET` on the same path. */
export const validateRoute = createRoute({
  ...common,
  method: 'head',
  path: ENDPOINTS.ssa,
  operationId: 'validateSsa',
  summary: 'Validate an SSA',
  description: 'Open to whoever knows the id; answers have no body.',
})

const alias = createRoute({
  ...common,
  method: 'post',
  path: `${ENDPOINTS.ssa}/validation`,
  operationId: 'validateSsaByPost',
  summary: 'Validate an SSA (for clients that cannot send HEAD)',
  description: 'The same as `HEAD` on the SSA endpoint; a refusal has a body.',
})

/** Whether the statement of the `jti` header is live (Janssen contract §1.7); asking uses a one-time statement up. */
export async function validate(c: Call): Promise<Response> {
  const ctx = await openCall(c)
  await limitAddress(ctx, 'validate')
  const verdict = await validateSsa(ctx, header(c, 'jti') ?? '')
  if (!verdict.valid) throw notFound('A live SSA of this jti')
  return c.body(null, 200, { 'content-type': 'application/json', ...NO_STORE })
}

export const ssaValidation = part()

serve(ssaValidation, alias, validate)
