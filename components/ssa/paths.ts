import { organizationPath } from '@/lib/organizations/path'

/** The page of an organization's SSAs; the page of one lies below it. */
export function ssaPath(organizationId: string, jti?: string): string {
  return organizationPath(organizationId, jti ? `market/ssa/${jti}` : 'market/ssa')
}

/** The portal read behind the list. */
export function ssaListUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'ssa')}`
}
