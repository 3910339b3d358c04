import { z } from '@hono/zod-openapi'

/** What proves a client in a form; the Authorization header is the other way. For the OpenAPI document. */
const credentials = {
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z
    .string()
    .optional()
    .openapi({ description: 'A JWT that the client signed (RFC 7523).' }),
}

export const tokenRequestSchema = z
  .object({
    grant_type: z.string().openapi({ example: 'client_credentials' }),
    scope: z.string().optional().openapi({ example: 'https://jans.io/auth/ssa.admin' }),
    ...credentials,
  })
  .openapi('TokenRequest', { description: 'RFC 6749 §4.4.2' })

export const tokenInQuestionSchema = z
  .object({ token: z.string(), token_type_hint: z.string().optional(), ...credentials })
  .openapi('TokenInQuestion', { description: 'RFC 7662 §2.1, RFC 7009 §2.1' })

export const tokenAnswerSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().openapi({ description: 'Seconds.' }),
    scope: z.string(),
  })
  .openapi('TokenAnswer', { description: 'RFC 6749 §5.1' })

export const introspectionSchema = z
  .object({
    active: z.boolean(),
    iss: z.string().optional(),
    aud: z.string().optional(),
    sub: z.string().optional(),
    client_id: z.string().optional(),
    jti: z.string().optional(),
    iat: z.int().optional(),
    exp: z.int().optional(),
    scope: z.string().optional(),
    token_type: z.literal('Bearer').optional(),
    org_id: z.string().optional(),
  })
  .openapi('Introspection', { description: 'RFC 7662 §2.2' })
