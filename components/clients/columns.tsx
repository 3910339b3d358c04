import { Button, Group } from '@mantine/core'
import { CopyField } from '@/components/ui/copy-field'
import type { Column } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import classes from './clients.module.css'
import { DateOrNever } from './date-or-never'
import { kindOf } from './kinds'
import { ClientStatusBadge } from './status'
import type { Client, ClientPowers } from './types'

interface Options {
  powers: ClientPowers
  onRotate: (client: Client) => void
  onDelete: (client: Client) => void
}

export function columnsOf({ powers, onRotate, onDelete }: Options): Column<Client>[] {
  if (!powers.rotate && !powers.delete) return COLUMNS
  const actions: Column<Client> = {
    id: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: row => (
      <Group gap={4} justify="flex-end" wrap="nowrap">
        {powers.rotate && row.kind === 'API' && (
          <Button
            aria-label={`Rotate the secret of ${row.name}`}
            onClick={() => onRotate(row)}
            size="compact-sm"
            variant="subtle"
          >
            Rotate
          </Button>
        )}
        {powers.delete && (
          <Button
            aria-label={`Delete ${row.name}`}
            color="red"
            onClick={() => onDelete(row)}
            size="compact-sm"
            variant="subtle"
          >
            Delete
          </Button>
        )}
      </Group>
    ),
  }
  return [...COLUMNS, actions]
}

/** What a client may do, the row unfolds to. */
const COLUMNS: Column<Client>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: row => (
      <span className={classes.name} title={row.name}>
        {row.name}
      </span>
    ),
  },
  {
    id: 'id',
    header: 'Client ID',
    cell: row => (
      <span className={classes.id}>
        <CopyField text={row.id} what={`client id of ${row.name}`} />
      </span>
    ),
  },
  { id: 'kind', header: 'Kind', cell: row => <span className={classes.kind}>{kindOf(row)}</span> },
  { id: 'status', header: 'Status', cell: row => <ClientStatusBadge status={row.status} /> },
  {
    id: 'used',
    header: 'Last used',
    sort: 'lastUsedAt',
    firstOrder: 'desc',
    cell: row => <DateOrNever at={row.lastUsedAt} />,
  },
  {
    id: 'expires',
    header: 'Expires',
    secondary: true,
    sort: 'expiresAt',
    cell: row => <DateOrNever at={row.expiresAt} />,
  },
  {
    id: 'created',
    header: 'Created At',
    secondary: true,
    sort: 'createdAt',
    firstOrder: 'desc',
    cell: row => <DateTime at={row.createdAt} />,
  },
]
