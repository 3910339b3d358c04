import { Button, Group } from '@mantine/core'
import type { Column } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { StatusBadge } from '@/components/ui/status-badge'
import { ROLE_NAMES } from '@/lib/members/roles'
import { type Invitation, isTheirs, type Powers } from './types'

interface Options {
  powers: Powers
  pending: boolean
  onResend: (invitation: Invitation) => void
  onWithdraw: (invitation: Invitation) => void
}

export function invitationColumns({ powers, pending, onResend, onWithdraw }: Options): Column<Invitation>[] {
  const columns: Column<Invitation>[] = [
    { id: 'email', header: 'E-mail address', cell: row => row.email },
    { id: 'role', header: 'Role', cell: row => ROLE_NAMES[row.role] },
    { id: 'by', header: 'Invited by', cell: row => row.invitedBy },
    { id: 'sent', header: 'Sent', cell: row => <DateTime at={row.sentAt} /> },
    { id: 'expires', header: 'Expires', cell: row => <Expiry {...row} /> },
  ]
  if (!powers.invite) return columns
  const actions: Column<Invitation> = {
    id: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: row =>
      isTheirs(powers, row.role) && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            aria-label={`Resend the invitation of ${row.email}`}
            disabled={pending}
            onClick={() => onResend(row)}
            size="compact-sm"
            variant="subtle"
          >
            Resend
          </Button>
          <Button
            aria-label={`Withdraw the invitation of ${row.email}`}
            color="red"
            onClick={() => onWithdraw(row)}
            size="compact-sm"
            variant="subtle"
          >
            Withdraw
          </Button>
        </Group>
      ),
  }
  return [...columns, actions]
}

function Expiry({ expired, expiresAt }: Pick<Invitation, 'expired' | 'expiresAt'>) {
  if (expired) return <StatusBadge tone="waiting">Expired</StatusBadge>
  return <DateTime at={expiresAt} />
}
