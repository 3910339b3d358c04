'use client'

import { Text } from '@mantine/core'
import { KIND_LABEL, LicenseStatusBadge } from '@/components/licenses/status'
import { Card } from '@/components/ui/card'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import type { LicenseView } from '@/lib/licenses/view'

/** The licenses that are over, of every product; nothing while there is none. */
export function EarlierLicenses({ licenses }: { licenses: LicenseView[] }) {
  if (licenses.length === 0) return null
  return (
    <Card id="earlier-licenses" title="Earlier licenses">
      <PlainTable columns={COLUMNS} label="Earlier licenses" rowKey={row => row.id} rows={licenses} />
    </Card>
  )
}

const COLUMNS: Column<LicenseView>[] = [
  { id: 'kind', header: 'Kind', cell: ({ kind }) => KIND_LABEL[kind] },
  {
    id: 'product',
    header: 'Product',
    cell: ({ productName, fqdn }) => (fqdn ? `${productName}: ${fqdn}` : productName),
  },
  { id: 'mau', header: 'MAU', align: 'end', cell: row => row.mauThreshold.toLocaleString('en') },
  { id: 'key', header: 'License key', secondary: true, cell: row => <code>{row.key}</code> },
  { id: 'from', header: 'From', cell: row => <DateTime at={row.validFrom} /> },
  { id: 'until', header: 'Until', cell: row => <DateTime at={endOf(row)} /> },
  {
    id: 'end',
    header: 'How it ended',
    cell: ({ verdict, endedReason }) => (
      <>
        <LicenseStatusBadge standing={verdict.code} />
        {endedReason && (
          <Text component="div" size="xs">
            {endedReason}
          </Text>
        )}
      </>
    ),
  },
]

/** The last moment in force: what was revoked or replaced did not run to its end. */
function endOf({ verdict, validUntil, endedAt }: LicenseView): Date {
  return verdict.code === 'EXPIRED' || !endedAt || endedAt > validUntil ? validUntil : endedAt
}
