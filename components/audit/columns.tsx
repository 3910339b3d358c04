import type { Column } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Actor } from './actor'
import type { AuditEntry } from './entry'
import { What } from './what'

/** Paths of objects, where they have a page; see `objectPathOf`. */
type PathOf = (entry: AuditEntry) => string | null

/** The columns of an audit log; `organization` adds whose entry it is. */
export function auditColumns(pathOf: PathOf, options: { organization: boolean }): Column<AuditEntry>[] {
  const organization: Column<AuditEntry> = {
    id: 'organization',
    header: 'Organization',
    cell: entry => entry.organizationId ?? '',
  }
  return [
    { id: 'who', header: 'Who', cell: entry => <Actor entry={entry} /> },
    { id: 'what', header: 'What', cell: entry => <What entry={entry} path={pathOf(entry)} /> },
    ...(options.organization ? [organization] : []),
    { id: 'from', header: 'From', cell: entry => entry.address ?? '' },
    {
      id: 'when',
      header: 'When',
      sort: 'at',
      firstOrder: 'desc',
      cell: entry => <DateTime at={entry.at} />,
    },
  ]
}
