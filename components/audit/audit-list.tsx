'use client'

import { IconHistory } from '@tabler/icons-react'
import { DataTable, SelectFilter, TextFilter, TimeFilter } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { AUDIT_ACTIONS } from '@/lib/audit/sentences'
import { auditColumns } from './columns'
import { Details } from './details'
import { type AuditEntry, consolePathOf, objectPathOf } from './entry'

interface Props {
  url: string
  /** The log of one organization, or of the whole installation. */
  of: 'organization' | 'installation'
}

const COLUMNS = {
  organization: auditColumns(objectPathOf, { organization: false }),
  installation: auditColumns(consolePathOf, { organization: true }),
}

const filters = (
  <>
    <SelectFilter unset="Any action" label="Action" name="action" options={AUDIT_ACTIONS} />
    <TextFilter label="Actor" name="actor" />
    <TextFilter label="Object id" name="objectId" />
    <TimeFilter label="From" name="from" />
    <TimeFilter label="To" name="to" />
  </>
)

export function AuditList({ url, of }: Props) {
  return (
    <DataTable<AuditEntry>
      columns={COLUMNS[of]}
      defaultSort={{ sort: 'at', order: 'desc' }}
      empty={<NothingYet />}
      expand={entry => <Details entry={entry} />}
      filters={filters}
      label="Audit log"
      rowKey={entry => entry.id}
      searchHint="Search people, objects and actions"
      url={url}
    />
  )
}

function NothingYet() {
  return (
    <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title="Nothing was done yet">
      Whatever is created, shown, changed or revoked here leaves an entry that nobody can change.
    </EmptyState>
  )
}
