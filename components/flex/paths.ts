import { organizationPath } from '@/lib/organizations/path'

/** The Flex page of an organization. */
export function flexPath(organizationId: string): string {
  return organizationPath(organizationId, 'market/flex')
}

/** A new ticket to sales, with the wanted monthly active users filled in. */
export function contactSalesPath(organizationId: string, mau?: number): string {
  const query = new URLSearchParams({ kind: 'SALES', ...(mau !== undefined && { mau: String(mau) }) })
  return `${organizationPath(organizationId, 'tickets/new')}?${query}`
}

/** The page of all installations. */
export function installationsPath(organizationId: string): string {
  return `${flexPath(organizationId)}/installations`
}

/** The portal read behind its list. */
export function installationsUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'installations')}`
}
