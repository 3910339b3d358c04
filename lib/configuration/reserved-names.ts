/**
 * What a custom attribute may not be called: members of the SSA endpoint's requests and answers, claims of every JWT
 * (RFC 7519 §4.1), and client metadata (RFC 7591 §2) that a statement would force on the clients registered with it.
 */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...['org_id', 'description', 'software_id', 'software_version', 'software_roles', 'software_statement'],
  ...['grant_types', 'expiration', 'one_time_use', 'rotate_ssa', 'lifetime', 'status', 'created_at'],
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf'],
  ...['scope', 'redirect_uris', 'response_types', 'token_endpoint_auth_method', 'jwks', 'jwks_uri'],
  ...['client_id', 'client_secret', 'client_id_issued_at', 'client_secret_expires_at'],
  ...['registration_access_token', 'registration_client_uri', 'constructor', 'prototype'],
])
