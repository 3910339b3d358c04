import { Badge, Button, Group } from '@mantine/core'
import type { Column } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { ROLE_NAMES } from '@/lib/members/roles'
import { isTheirs, type Member, type Powers } from './types'

interface Options {
  me: string
  powers: Powers
  onChangeRole: (member: Member) => void
  onRemove: (member: Member) => void
}

export function memberColumns({ me, powers, onChangeRole, onRemove }: Options): Column<Member>[] {
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: 'Name',
      cell: member => <Name isMe={member.accountId === me} name={member.name} />,
    },
    { id: 'email', header: 'E-mail address', cell: member => member.email ?? 'None known' },
    { id: 'role', header: 'Role', cell: member => ROLE_NAMES[member.role] },
    { id: 'joined', header: 'Joined', sort: 'createdAt', cell: member => <DateTime at={member.createdAt} /> },
  ]
  if (!powers.change) return columns
  const actions: Column<Member> = {
    id: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: member =>
      isTheirs(powers, member.role) && (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            aria-label={`Change the role of ${member.name}`}
            onClick={() => onChangeRole(member)}
            size="compact-sm"
            variant="subtle"
          >
            Change role
          </Button>
          {member.accountId !== me && (
            <Button
              aria-label={`Remove ${member.name}`}
              color="red"
              onClick={() => onRemove(member)}
              size="compact-sm"
              variant="subtle"
            >
              Remove
            </Button>
          )}
        </Group>
      ),
  }
  return [...columns, actions]
}

function Name({ name, isMe }: { name: string; isMe: boolean }) {
  return (
    <Group gap="xs" wrap="nowrap">
      {name}
      {isMe && <Badge>You</Badge>}
    </Group>
  )
}
