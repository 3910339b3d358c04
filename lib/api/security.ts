/** Names of the security schemes in the OpenAPI document. */
export const SECURITY_SCHEMES = {
  client: {
    type: 'http',
    scheme: 'basic',
    description: 'client_id and client_secret, each percent-encoded (RFC 6749 §2.3.1).',
  },
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token of a client (RFC 6750 §2.1).',
  },
  registrationToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'The registration_access_token that registration returned (RFC 7592).',
  },
  initialAccessToken: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of an operator, for software without a statement (RFC 7591 §3).',
  },
} as const

/** Basic, or credentials in the form. */
export const CLIENT_SECURITY: Record<string, string[]>[] = [{ client: [] }, {}]
