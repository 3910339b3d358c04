import { organizationPath } from '@/lib/organizations/path'

/** The portal read of the members of an organization. */
export function membersUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'members')}`
}

/** The portal read of its open invitations. */
export function invitationsUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'invitations')}`
}
