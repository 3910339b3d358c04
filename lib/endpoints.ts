/** Where the OAuth and SSA endpoints answer: under the paths of the Janssen auth server, which installed software knows. */
export const ENDPOINTS = {
  register: '/jans-auth/restv1/register',
  token: '/jans-auth/restv1/token',
  introspection: '/jans-auth/restv1/introspection',
  revocation: '/jans-auth/restv1/revoke',
  jwks: '/jans-auth/restv1/jwks',
  ssa: '/jans-auth/restv1/ssa',
} as const
