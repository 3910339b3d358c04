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
  /** Whether it is the session of this browser. */
  current: boolean
  onEnd: () => void
  busy: boolean
}

export function SessionRow({ session, current, onEnd, busy }: Props) {
  const { browser, address, createdAt, lastSeenAt } = session
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={600}>{browser}</Text>
          {current && <Badge color="green">This browser</Badge>}
        </Group>
        <Text c="dimmed" component="div" size="sm">
          {address ?? 'Unknown address'} · last seen <DateTime at={lastSeenAt} /> · signed in{' '}
          <DateTime at={createdAt} />
        </Text>
      </div>
      <Button
        aria-label={current ? 'Sign out this browser' : `Sign out ${browser}`}
        disabled={busy}
        onClick={onEnd}
        variant="default"
      >
        Sign out
      </Button>
    </li>
  )
}
