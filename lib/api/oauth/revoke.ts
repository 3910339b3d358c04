import { createRoute } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { AppError } from '@/lib/errors'
import { revokeToken } from '@/lib/oauth/revoke'
import { NO_STORE } from '../answer'
import { part, serve } from '../call'
import { ANY_REFUSAL, formBody, oauthError } from '../describe'
import { CLIENT_SECURITY } from '../security'
import { clientCall } from './client'
import { tokenInQuestionSchema } from './request-schema'

const route = createRoute({
  method: 'post',
  path: ENDPOINTS.revocation,
  operationId: 'revoke',
  tags: ['OAuth'],
  summary: 'Take an access token back',
  description:
    'The token stops working at once (RFC 7009). Tokens that are not ours or are over need nothing.',
  security: CLIENT_SECURITY,
  request: { body: formBody(tokenInQuestionSchema) },
  responses: {
    200: { description: 'The token does not work, or no longer.' },
    400: oauthError('The request is not valid.'),
    401: oauthError('The client is unknown, over, or its credentials are wrong.'),
    ...ANY_REFUSAL,
  },
})

export const revocation = part()

serve(revocation, route, async c => {
  const { ctx, client, form } = await clientCall(c, 'token')
  if (!form.token) throw new AppError('INVALID', 'The parameter token is missing.')
  await revokeToken(ctx, client, form.token)
  return c.body(null, 200, NO_STORE)
})
