import { Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './detail-card.module.css'

interface Props {
  title: string
  children: ReactNode
}

/** One card of a detail page. */
export function DetailCard({ title, children }: Props) {
  return (
    <Paper aria-label={title} className={classes.card} component="section" radius="md" withBorder>
      <Title mb="sm" order={2} size="h3">
        {title}
      </Title>
      {children}
    </Paper>
  )
}
