'use client'

import { Text } from '@mantine/core'
import { DateOrNever } from '@/components/clients/date-or-never'
import { clientsPath } from '@/components/clients/paths'
import { ClientStatusBadge } from '@/components/clients/status'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { counted } from '@/components/ui/counted'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import type { ClientsOfSsa } from '@/lib/clients/of-ssa'
import type { SsaStatus } from '@/lib/ssa/schema'
import classes from './detail.module.css'

type Row = ClientsOfSsa['rows'][number]

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', cell: row => <span className={classes.who}>{row.name}</span> },
  {
    id: 'id',
    header: 'Client ID',
    cell: row => (
      <span className={classes.clientId}>
        <CopyField text={row.id} what={`client id of ${row.name}`} />
      </span>
    ),
  },
  { id: 'used', header: 'Last used', cell: row => <DateOrNever at={row.lastUsedAt} /> },
  { id: 'status', header: 'Status', cell: row => <ClientStatusBadge status={row.status} /> },
]

interface Props {
  organizationId: string
  ssa: { jti: string; status: SsaStatus }
  clients: ClientsOfSsa
}

/** The software that registered with the SSA, the latest first. */
export function RegisteredClients({ organizationId, ssa, clients }: Props) {
  const { rows, total } = clients
  if (rows.length === 0) {
    return (
      <Card title="Registered clients">
        <Text size="sm">
          {ssa.status === 'ACTIVE'
            ? 'No software has registered with this SSA yet. It shows here as soon as it does.'
            : 'No software registered with this SSA, or its clients were deleted.'}
        </Text>
      </Card>
    )
  }
  return (
    <Card title="Registered clients">
      <PlainTable columns={columns} label="Registered clients" rowKey={row => row.id} rows={rows} />
      <Text mt="xs" size="sm">
        <Link href={`${clientsPath(organizationId)}?ssa=${ssa.jti}`}>
          {total > rows.length ? `See all ${counted(total, 'client')}` : 'See them among the API clients'}
        </Link>
      </Text>
    </Card>
  )
}
