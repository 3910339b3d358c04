'use client'

import { Text } from '@mantine/core'
import { Cut } from '@/components/ui/cut'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import type { LicensedInstallation, LicenseSurroundings } from '@/lib/licenses/surroundings'

const columns: Column<LicensedInstallation>[] = [
  { id: 'name', header: 'Client', cell: row => (row.name ? <Cut text={row.name} /> : 'Deleted since') },
  { id: 'host', header: 'Host', secondary: true, cell: row => row.fqdn || 'Any' },
  { id: 'address', header: 'Address', cell: row => <Cut text={row.address ?? 'Unknown'} /> },
  { id: 'first', header: 'First seen', cell: row => <DateTime at={row.firstSeenAt} /> },
  { id: 'last', header: 'Last seen', cell: row => <DateTime at={row.lastSeenAt} /> },
]

interface Props {
  surroundings: LicenseSurroundings
  live: boolean
}

/** The software that got this license when it asked last. */
export function LicenseInstallations({ surroundings, live }: Props) {
  const { installations, installed } = surroundings
  if (installations.length === 0) {
    return (
      <Text size="sm">
        {live
          ? 'No installation has fetched this license yet. It shows here as soon as one does.'
          : 'No installation uses this license.'}
      </Text>
    )
  }
  return (
    <>
      <PlainTable columns={columns} label="Installations" rowKey={row => row.id} rows={installations} />
      {installed > installations.length && (
        <Text c="dimmed" mt="xs" size="sm">
          The latest {installations.length} of {installed.toLocaleString('en')}.
        </Text>
      )}
    </>
  )
}
