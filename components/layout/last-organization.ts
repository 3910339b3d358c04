/** Names the organization that this browser showed last; not a secret, and checked against the memberships. */
export const LAST_ORGANIZATION_COOKIE = 'writ.organization'
