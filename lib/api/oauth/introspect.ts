import { createRoute } from '@hono/zod-openapi'
import { ENDPOINTS } from '@/lib/endpoints'
import { AppError } from '@/lib/errors'
import { introspect } from '@/lib/oauth/introspect'
import { noStore } from '../answer'
import { readForm } from '../body'
import { type Call, header, part, serve } from '../call'
import { clientCtx } from '../client-ctx'
import { ANY_REFUSAL, formBody, json, oauthError } from '../describe'
import { CLIENT_SECURITY } from '../security'
import { clientCall } from './client'
import { introspectionSchema, tokenInQuestionSchema } from './request-schema'

const route = createRoute({
  method: 'post',
  path: ENDPOINTS.introspection,
  operationId: 'introspect',
  tags: ['OAuth'],
  summary: 'Ask about an access token',
  description:
    'Tells what a token of the own organization may do now (RFC 7662); any other one is not active.',
  security: [...CLIENT_SECURITY, { accessToken: [] }],
  request: { body: formBody(tokenInQuestionSchema) },
  responses: {
    200: json(introspectionSchema, 'What the token may do.'),
    400: oauthError('The request is not valid.'),
    401: oauthError('The caller is not known.'),
    ...ANY_REFUSAL,
  },
})

export const introspection = part()

serve(introspection, route, async c => {
  const { ctx, caller, form } = await callerOf(c)
  if (!form.token) throw new AppError('INVALID', 'The parameter token is missing.')
  return noStore(await introspect(ctx, caller, form.token))
})

/** A client, by its credentials or by an access token of its own (RFC 7662 §2.1). */
async function callerOf(c: Call) {
  if (!/^Bearer /i.test(header(c, 'authorization') ?? '')) {
    const { ctx, client, jti, form } = await clientCall(c, 'introspect')
    return { ctx, caller: { organizationId: client.organizationId, known: { client, jti } }, form }
  }
  const ctx = await clientCtx(c, 'introspect')
  return { ctx, caller: { organizationId: ctx.organization?.id ?? null }, form: await readForm(c) }
}
