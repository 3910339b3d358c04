import { createRoute, z } from '@hono/zod-openapi'
import { deleteRegistration, readRegistration } from '@/lib/clients/manage-registration'
import { registerWithStatement, registerWithToken } from '@/lib/clients/register'
import type { RegistrationAccess } from '@/lib/clients/registered'
import { updateRegistration } from '@/lib/clients/update-registration'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'
import { AppError } from '@/lib/errors'
import { jsonObject } from '@/lib/json-object'
import { invalidStatement } from '@/lib/ssa/statement'
import { NO_STORE, noStore } from './answer'
import { readJson } from './body'
import { type Call, callCtx, header, part, serve } from './call'
import { bearerToken } from './client-ctx'
import { ANY_REFUSAL, json, jsonBody, oauthError } from './describe'
import { limitAddress } from './limits'
import { informationSchema, registrationSchema, updateSchema } from './register-schema'

const common = { path: ENDPOINTS.register, tags: ['Registration'] }
const query = z.object({
  client_id: z.string().openapi({ description: 'The client that the token is for.' }),
})
const management = { ...common, security: [{ registrationToken: [] }] }
const refusals = {
  400: oauthError('The metadata, or the software statement, is not acceptable.'),
  401: oauthError('The token is unknown, used up or over.'),
  ...ANY_REFUSAL,
}

export const registration = part()

const register = createRoute({
  ...common,
  method: 'post',
  operationId: 'register',
  summary: 'Register software',
  description:
    'Makes a client from a software statement, whose claims win over the request (RFC 7591), or from an initial access token. A one-time statement is used up by it.',
  security: [{}, { initialAccessToken: [] }],
  request: { body: jsonBody(registrationSchema) },
  responses: { 201: json(informationSchema, 'The client, with its secret.'), ...refusals },
})

serve(registration, register, async c => {
  const ctx = await limited(c)
  const request = asObject(await readJson(c))
  return noStore(await registered(c, ctx, request), 201)
})

const read = createRoute({
  ...management,
  method: 'get',
  operationId: 'readRegistration',
  summary: 'Read a registration',
  description: 'What is registered (RFC 7592 §2.1), without the secret.',
  request: { query },
  responses: { 200: json(informationSchema, 'The client.'), ...refusals },
})

serve(registration, read, async c => {
  const ctx = await limited(c)
  return noStore(await readRegistration(ctx, accessOf(c)))
})

const update = createRoute({
  ...management,
  method: 'put',
  operationId: 'updateRegistration',
  summary: 'Change a registration',
  description: 'Puts new metadata in place of the old (RFC 7592 §2.2), within what the statement allows.',
  request: { query, body: jsonBody(updateSchema) },
  responses: { 200: json(informationSchema, 'The client as it is now.'), ...refusals },
})

serve(registration, update, async c => {
  const ctx = await limited(c)
  const access = accessOf(c)
  return noStore(await updateRegistration(ctx, access, asObject(await readJson(c))))
})

const remove = createRoute({
  ...management,
  method: 'delete',
  operationId: 'deleteRegistration',
  summary: 'Delete a registration',
  description: 'The client and its tokens stop working at once (RFC 7592 §2.3).',
  request: { query },
  responses: { 204: { description: 'The client is gone.' }, ...refusals },
})

serve(registration, remove, async c => {
  const ctx = await limited(c)
  await deleteRegistration(ctx, accessOf(c))
  return c.body(null, 204, NO_STORE)
})

async function limited(c: Call): Promise<Ctx> {
  const ctx = callCtx(c)
  await limitAddress(ctx, 'register')
  return ctx
}

function asObject(body: unknown): Record<string, unknown> {
  const members = jsonObject(body)
  if (!members) throw new AppError('INVALID', 'Send the metadata of the client as a JSON object.')
  return members
}

function registered(c: Call, ctx: Ctx, request: Record<string, unknown>) {
  const { software_statement: statement } = request
  if (statement === undefined || statement === null) {
    if (header(c, 'authorization') === undefined) throw uninvited()
    return registerWithToken(ctx, bearerToken(c), request)
  }
  if (typeof statement !== 'string') throw invalidStatement('MALFORMED')
  return registerWithStatement(ctx, statement, request)
}

function uninvited(): AppError {
  const message = 'Send a software_statement, or an initial access token by the scheme Bearer.'
  return new AppError('UNAUTHENTICATED', message, { reason: 'invalid_token' })
}

function accessOf(c: Call): RegistrationAccess {
  const clientId = c.req.query('client_id')
  if (!clientId) {
    throw new AppError('INVALID', 'The parameter client_id is missing.', { reason: 'invalid_request' })
  }
  return { clientId, token: bearerToken(c) }
}
