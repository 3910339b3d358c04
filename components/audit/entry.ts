import { clientsPath } from '@/components/clients/paths'
import { scanPath } from '@/components/credits/paths'
import { flexPath } from '@/components/flex/paths'
import { consoleLicensePath } from '@/components/licenses/paths'
import { billingPath, orderPath, staffOrderPath } from '@/components/orders/paths'
import { ssaPath } from '@/components/ssa/paths'
import { queuePath, ticketsPath } from '@/components/tickets/paths'
import type { Wire } from '@/components/ui/data-table'
import type { AuditRow } from '@/lib/audit/view'
import { organizationPath } from '@/lib/organizations/path'

/** An entry of the audit log as the browser gets it. */
export type AuditEntry = Omit<Wire<AuditRow>, 'before' | 'after'> & { before: unknown; after: unknown }

type About = Pick<AuditEntry, 'action' | 'objectType' | 'objectId' | 'objectName'>

/** Where the object of an entry of an organization is shown; null for what has no page. */
export function objectPathOf(entry: About & Pick<AuditEntry, 'organizationId'>): string | null {
  const { organizationId: org, action, objectType, objectId, objectName } = entry
  if (!org) return null
  switch (objectType) {
    case 'ssa':
      return ssaPath(org, objectId)
    case 'client':
      return action === 'client.delete' ? null : `${clientsPath(org)}?${new URLSearchParams({ q: objectId })}`
    case 'license':
      return `${flexPath(org)}#license`
    case 'usage':
      return `${flexPath(org)}#usage`
    case 'order':
      return orderPath(org, objectName)
    case 'subscription':
      return billingPath(org)
    case 'credits':
      return scanPath(org)
    case 'ticket':
      return ticketsPath(org, Number(objectId))
    case 'member':
    case 'invitation':
      return organizationPath(org, 'members')
    case 'organization':
      return organizationPath(org, 'settings')
    default:
      return null
  }
}

/** Staff are seldom members: for them only what the Console shows has a page. */
export function consolePathOf({ objectType, objectId, objectName }: About): string | null {
  switch (objectType) {
    case 'license':
      return consoleLicensePath(objectId)
    case 'order':
      return staffOrderPath(objectName)
    case 'organization':
      return `/console/organizations?${new URLSearchParams({ q: objectId })}`
    case 'credits':
      return `/console/credits?${new URLSearchParams({ q: objectId })}`
    case 'plan':
      return '/console/plans'
    case 'credit-product':
      return '/console/products'
    case 'ticket':
      return queuePath(Number(objectId))
    case 'key':
      return '/console/keys'
    case 'configuration':
      return '/console/configuration'
    default:
      return null
  }
}
