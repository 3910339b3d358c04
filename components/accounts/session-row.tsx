import { Badge, Button, Group, Text } from '@mantine/core'
import { DateTime } from '@/components/ui/date-time'
import classes from './rows.module.css'

export interface Session {
  id: string
  browser: string
  address: string | null
  createdAt: Date
  lastSeenAt: Date
}

interface Props {
  session: Session
  /** Null for the session of this browser, which the account menu signs out. */
  onEnd: (() => void) | null
  busy: boolean
}

export function SessionRow({ session, onEnd, busy }: Props) {
  const { browser, address, createdAt, lastSeenAt } = session
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={600}>{browser}</Text>
          {onEnd === null && <Badge color="green">This browser</Badge>}
        </Group>
        <Text c="dimmed" component="div" size="sm">
          {address ?? 'Unknown address'} · last seen <DateTime at={lastSeenAt} /> · signed in{' '}
          <DateTime at={createdAt} />
        </Text>
      </div>
      {onEnd && (
        <Button aria-label={`Sign out ${browser}`} disabled={busy} onClick={onEnd} variant="default">
          Sign out
        </Button>
      )}
    </li>
  )
}
