import { z } from '@hono/zod-openapi'
import { AUTH_METHODS, clientMetadataSchema } from '@/lib/clients/metadata'

const oneOrMore = z.union([z.string(), z.array(z.string())])

/** The metadata as it may be sent: the schema that judges it, with lists as installed software writes them. */
const metadata = clientMetadataSchema.extend({
  redirect_uris: oneOrMore.optional(),
  response_types: oneOrMore.optional(),
  grant_types: oneOrMore.optional(),
  contacts: oneOrMore.optional(),
  token_endpoint_auth_method: z.enum(AUTH_METHODS).optional(),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).optional(),
})

export const registrationSchema = metadata
  .extend({
    software_statement: z
      .string()
      .optional()
      .openapi({ description: 'The JWT of an SSA, as it was issued.' }),
  })
  .openapi('RegistrationRequest', { description: 'RFC 7591 §2' })

export const updateSchema = registrationSchema
  .extend({ client_id: z.string(), client_secret: z.string().optional() })
  .openapi('RegistrationUpdate', { description: 'RFC 7592 §2.2' })

export const informationSchema = metadata
  .extend({
    client_id: z.string(),
    client_secret: z.string().optional(),
    client_id_issued_at: z.int(),
    client_secret_expires_at: z.int().openapi({ description: 'Seconds since 1970; 0: it does not expire.' }),
    registration_access_token: z.string(),
    registration_client_uri: z.string(),
    org_id: z.string().optional(),
    software_statement: z.string().optional(),
  })
  .openapi('ClientInformation', { description: 'RFC 7591 §3.2.1' })
