/** The scopes of this installation's own doors, with the sentence that screens and documents say of each. */
export const SCOPES = {
  'https://jans.io/auth/ssa.admin': 'Create, read, validate and revoke SSAs, and fetch their JWTs',
  'https://jans.io/auth/ssa.portal': 'Read every SSA in reach',
  'https://jans.io/auth/ssa.developer': 'Read the SSAs that this client created',
  'https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly':
    'Fetch, check and activate the license of the organization, and start its trial',
  'https://jans.io/oauth/jans-auth-server/config/license':
    'Fetch, check and activate the license of the organization, and start its trial, as Gluu Server 4 does',
  'writ:credits': 'Read the SCAN credits of any organization, and debit them',
} as const

export type Scope = keyof typeof SCOPES
