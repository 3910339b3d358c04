import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { Metadata } from 'next'
import { ownPath } from '@/lib/accounts/own-path'
import { emailAddress } from '@/lib/accounts/schema'
import { signInPath } from '@/lib/accounts/sign-in-path'
import { LINK_MINUTES } from '@/lib/accounts/terms'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Check your mail' }

interface Props {
  searchParams: Promise<{ to?: string | string[]; callbackUrl?: string | string[] }>
}

export default async function CheckMailPage({ searchParams }: Props) {
  const { to, callbackUrl } = await searchParams
  const address = emailAddress.safeParse(String(to ?? ''))
  const again = signInPath({ callbackUrl: ownPath(String(callbackUrl ?? ''), env().WRIT_URL) })
  return (
    <Stack gap="md">
      <Title order={1}>Check your mail</Title>
      <Text>
        A sign-in link is on its way{address.success && <> to {<strong>{address.data}</strong>}</>}. It works
        once, within {LINK_MINUTES} minutes.
      </Text>
      {env().SMTP_URL === undefined && (
        <Text>
          This installation has no mail server yet: the link is in the server’s log, and the mail in the
          folder <code>outbox</code> of its data directory.
        </Text>
      )}
      <Text c="dimmed" size="sm">
        Nothing there? Look in the spam folder, or{' '}
        <Anchor href={again} underline="always">
          try again
        </Anchor>
        .
      </Text>
    </Stack>
  )
}
