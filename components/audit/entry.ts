import { ssaPath } from '@/components/ssa/paths'
import type { Wire } from '@/components/ui/data-table'
import type { AuditRow } from '@/lib/audit/view'
import { organizationPath } from '@/lib/organizations/path'

/** An entry of the audit log as the browser gets it. */
export type AuditEntry = Omit<Wire<AuditRow>, 'before' | 'after'> & { before: unknown; after: unknown }

/** Where the object of an entry of an organization is shown; null for what has no page. */
export function objectPathOf({ organizationId, objectType, objectId }: AuditEntry): string | null {
  if (!organizationId) return null
  switch (objectType) {
    case 'ssa':
      return ssaPath(organizationId, objectId)
    case 'member':
    case 'invitation':
      return organizationPath(organizationId, 'members')
    case 'organization':
      return organizationPath(organizationId, 'settings')
    default:
      return null
  }
}

/** Staff are seldom members: for them only what the Console shows has a page. */
export function consolePathOf({ objectType }: AuditEntry): string | null {
  return objectType === 'key' ? '/console/keys' : null
}
