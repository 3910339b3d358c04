import { Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './card.module.css'

interface Props {
  /** The anchor of the card, where something leads to it. */
  id?: string
  title: string
  description?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page in a frame, with a heading that names it. */
export function Card({ id, title, description, actions, children }: Props) {
  const heading = useId()
  return (
    <Paper aria-labelledby={heading} className={classes.card} component="section" id={id} withBorder>
      <Group gap="sm" justify="space-between" mb="sm">
        <Title id={heading} order={2}>
          {title}
        </Title>
        {actions}
      </Group>
      {description && (
        <Text c="dimmed" mb="sm" size="sm">
          {description}
        </Text>
      )}
      {children}
    </Paper>
  )
}
