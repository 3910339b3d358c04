/** Members of the SSA endpoint's requests and answers. */
const SSA_MEMBERS = [
  'org_id',
  'description',
  'software_id',
  'software_version',
  'software_roles',
  'software_statement',
  'grant_types',
  'expiration',
  'one_time_use',
  'rotate_ssa',
  'lifetime',
  'status',
  'created_at',
]

/** Claims of every JWT (RFC 7519 §4.1, RFC 7800 §3.1). */
const JWT_CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf']

/** Client metadata (RFC 7591 §2, §3.2.1) that a statement would force on the clients registered with it. */
const CLIENT_METADATA = [
  'scope',
  'redirect_uris',
  'response_types',
  'token_endpoint_auth_method',
  'jwks',
  'jwks_uri',
  'client_id',
  'client_secret',
  'client_id_issued_at',
  'client_secret_expires_at',
  'registration_access_token',
  'registration_client_uri',
]

/** What every JavaScript object has. */
const INHERITED = ['constructor', 'prototype']

/** What a custom attribute may not be called. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...SSA_MEMBERS,
  ...JWT_CLAIMS,
  ...CLIENT_METADATA,
  ...INHERITED,
])
