import { Group, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './flex-card.module.css'

interface Props {
  /** The anchor of the card. */
  id: string
  title: string
  description?: ReactNode
  /** At the right of the title. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** One section of the Flex page. */
export function FlexCard({ id, title, description, actions, className, children }: Props) {
  return (
    <Paper
      aria-labelledby={`${id}-heading`}
      className={className ? `${classes.card} ${className}` : classes.card}
      component="section"
      id={id}
      withBorder
    >
      <Group gap="sm" justify="space-between" mb="sm" mih={36}>
        <Title id={`${id}-heading`} order={2}>
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
