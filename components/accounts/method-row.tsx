import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './rows.module.css'

interface Props {
  icon: ReactNode
  name: string
  state: string
  action: { label: string; run: () => void; enabled: boolean; pending?: boolean }
}

export function MethodRow({ icon, name, state, action }: Props) {
  const { label, run, enabled, pending } = action
  return (
    <li className={classes.row}>
      {icon}
      <div className={classes.text}>
        <Text fw={600}>{name}</Text>
        <Text c="dimmed" size="sm">
          {state}
        </Text>
      </div>
      <Button
        aria-label={`${label} ${name}`}
        disabled={!enabled}
        loading={pending}
        onClick={run}
        variant="default"
      >
        {label}
      </Button>
    </li>
  )
}
