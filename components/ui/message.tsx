import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './message.module.css'

interface Props {
  title: string
  children?: ReactNode
  icon?: ReactNode
  /** Buttons or links: what to do next, the likeliest first. */
  actions?: ReactNode
  /** Level of the heading: 1 when this is the whole page. */
  order?: 1 | 2 | 3
  role?: 'alert' | 'status'
}

/** A centered note that takes the place of what is not there. `EmptyState` and `ErrorState` are made of it. */
export function Message({ title, children, icon, actions, order = 2, role }: Props) {
  return (
    <Stack align="center" className={classes.message} gap="xs" role={role}>
      {icon && (
        <span aria-hidden="true" className={classes.icon}>
          {icon}
        </span>
      )}
      <Title order={order} size="h3" ta="center">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" component="div" maw={520} size="sm" ta="center">
          {children}
        </Text>
      )}
      {actions && (
        <Group gap="xs" justify="center" mt="xs">
          {actions}
        </Group>
      )}
    </Stack>
  )
}
