import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'
import classes from './page-header.module.css'

interface Props {
  title: string
  /** One sentence on what this page is for. */
  description?: ReactNode
  /** Buttons at the right; the primary one last. */
  actions?: ReactNode
  /** The way here, without this page itself. */
  crumbs?: Crumb[]
}

/** The head of every page: where you are, what it is for, and what you can do. Holds the page's only h1. */
export function PageHeader({ title, description, actions, crumbs }: Props) {
  return (
    <Stack className={classes.header} gap={4}>
      {crumbs && <Breadcrumbs crumbs={crumbs} current={title} />}
      <Group align="flex-start" gap="md" justify="space-between">
        <div className={classes.text}>
          <Title order={1}>{title}</Title>
          {description && (
            <Text c="dimmed" component="div" size="sm">
              {description}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  )
}
