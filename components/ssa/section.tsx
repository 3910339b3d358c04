import { Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './section.module.css'

interface Props {
  title: string
  children: ReactNode
}

/** One card of a detail page. */
export function Section({ title, children }: Props) {
  return (
    <Paper aria-label={title} className={classes.section} component="section" radius="md" withBorder>
      <Title mb="sm" order={2} size="h3">
        {title}
      </Title>
      {children}
    </Paper>
  )
}
