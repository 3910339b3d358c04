import { organizationPath } from '@/lib/organizations/path'

/** The page of an organization's API clients. */
export function clientsPath(organizationId: string): string {
  return organizationPath(organizationId, 'clients')
}

/** The portal read behind its list. */
export function clientsUrl(organizationId: string): string {
  return `/api/portal${clientsPath(organizationId)}`
}

/** The portal read of the clients of the platform itself. */
export const PLATFORM_CLIENTS_URL = '/api/portal/console/clients'
