'use client'

import { IconBuildings } from '@tabler/icons-react'
import { CopyField } from '@/components/ui/copy-field'
import { Cut } from '@/components/ui/cut'
import { type Column, DataTable, SelectFilter, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { optionsOf } from '@/components/ui/options'
import type { OrganizationRow } from '@/lib/organizations/list-all'

const KIND = { PERSONAL: 'Personal', TEAM: 'Team', EXTERNAL: 'External' }

const columns: Column<Wire<OrganizationRow>>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: row => (
      <strong>
        <Cut main text={row.name} />
      </strong>
    ),
  },
  { id: 'id', header: 'Org ID', cell: row => <CopyField text={row.id} what="organization id" /> },
  { id: 'kind', header: 'Kind', cell: row => KIND[row.kind] },
  { id: 'members', header: 'Members', align: 'end', cell: row => row.members },
  { id: 'ssas', header: 'SSAs', align: 'end', cell: row => row.ssas },
  {
    id: 'created',
    header: 'Created At',
    sort: 'createdAt',
    firstOrder: 'desc',
    cell: row => <DateTime at={row.createdAt} />,
  },
]

const kinds = optionsOf(KIND)

export function OrganizationList({ url }: { url: string }) {
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={
        <EmptyState icon={<IconBuildings size={32} stroke={1.5} />} title="No organizations yet">
          The first sign-in creates the first one.
        </EmptyState>
      }
      filters={<SelectFilter unset="Any kind" label="Kind" name="kind" options={kinds} />}
      label="Organizations"
      rowKey={row => row.id}
      searchHint="Search name, id or e-mail"
      url={url}
    />
  )
}
