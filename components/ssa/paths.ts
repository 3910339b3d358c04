import { clientsUrl } from '@/components/clients/paths'
import { organizationPath } from '@/lib/organizations/path'

/** The page of an organization's SSAs; the page of one lies below it. */
export function ssaPath(organizationId: string, jti?: string): string {
  return organizationPath(organizationId, jti ? `market/ssa/${jti}` : 'market/ssa')
}

/** The portal read behind the list. */
export function ssaListUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'ssa')}`
}

/** The portal read that counts what "Revoke All" would end. */
export function ssaLiveUrl(organizationId: string): string {
  return `${ssaListUrl(organizationId)}/live`
}

/** Every portal read that a change to one SSA makes out of date. */
export function ssaReads(organizationId: string): string[] {
  return [ssaListUrl(organizationId), ssaLiveUrl(organizationId), clientsUrl(organizationId)]
}
