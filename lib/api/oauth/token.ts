import { createRoute } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { grantToken } from '@/lib/oauth/token'
import { noStore } from '../answer'
import { part, serve } from '../call'
import { ANY_REFUSAL, formBody, json, oauthError } from '../describe'
import { CLIENT_SECURITY } from '../security'
import { clientCall } from './client'
import { tokenAnswerSchema, tokenRequestSchema } from './request-schema'

const route = createRoute({
  method: 'post',
  path: ENDPOINTS.token,
  operationId: 'token',
  tags: ['OAuth'],
  summary: 'Get an access token',
  description:
    'The client credentials grant (RFC 6749 §4.4). Scopes that the client does not have are left out.',
  security: CLIENT_SECURITY,
  request: { body: formBody(tokenRequestSchema) },
  responses: {
    200: json(tokenAnswerSchema, 'An access token.'),
    400: oauthError('The request is not valid.'),
    401: oauthError('The client is unknown, over, or its credentials are wrong.'),
    ...ANY_REFUSAL,
  },
})

export const token = part()

serve(token, route, async c => {
  const { ctx, client, form } = await clientCall(c, 'token')
  return noStore(await grantToken(ctx, client, form))
})
