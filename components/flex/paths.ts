import { organizationPath } from '@/lib/organizations/path'

/** The Flex page of an organization. */
export function flexPath(organizationId: string): string {
  return organizationPath(organizationId, 'market/flex')
}

/** The page of all installations. */
export function installationsPath(organizationId: string): string {
  return `${flexPath(organizationId)}/installations`
}

/** The portal read behind its list. */
export function installationsUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'installations')}`
}
