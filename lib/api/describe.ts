import { z } from '@hono/zod-openapi'
import type { ZodType } from 'zod'

/** A JSON answer, for the OpenAPI document. */
export function json(schema: ZodType, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A body of JSON that an operation wants. */
export function jsonBody<Schema extends ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** A body of a form that an operation wants. */
export function formBody<Schema extends ZodType>(schema: Schema) {
  return { required: true, content: { 'application/x-www-form-urlencoded': { schema } } }
}

const oauthErrorSchema = z
  .object({
    error: z.string().openapi({ example: 'invalid_request' }),
    error_description: z.string().openapi({ example: 'The parameter scope comes more than once.' }),
  })
  .openapi('OAuthError', { description: 'RFC 6749 §5.2' })

/** A refusal as OAuth tells it. */
export function oauthError(description: string) {
  return json(oauthErrorSchema, description)
}

/** A refusal that says when to ask again. */
export function later<Refusal extends object>(refusal: Refusal) {
  const schema = { type: 'integer' as const }
  return {
    ...refusal,
    headers: { 'Retry-After': { description: 'Seconds until the next may pass.', schema } },
  }
}

/** The refusals that any operation may answer. */
export const ANY_REFUSAL = {
  413: oauthError('The body is larger than 128 kB.'),
  429: later(oauthError('Too many requests from this client or address.')),
  500: oauthError('A fault on our side.'),
  503: later(oauthError('The database cannot be reached.')),
}
