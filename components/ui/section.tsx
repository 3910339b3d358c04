import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  /** The anchor of the section. */
  id: string
  title: string
  description?: string
  children: ReactNode
}

/** A part of a page, with a heading that names it. */
export function Section({ id, title, description, children }: Props) {
  return (
    <Stack aria-labelledby={`${id}-heading`} component="section" gap="sm" id={id}>
      <div>
        <Title id={`${id}-heading`} order={2}>
          {title}
        </Title>
        {description && (
          <Text c="dimmed" size="sm">
            {description}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  )
}
