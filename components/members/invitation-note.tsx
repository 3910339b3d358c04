import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** What a link to an invitation leads to: a heading, what to know, and what to do. */
export function InvitationNote({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="md">
      <Title order={1}>{title}</Title>
      {children}
    </Stack>
  )
}
