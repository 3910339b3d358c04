import { randomUUID } from 'node:crypto'
import { Stack, Text, Title } from '@mantine/core'
import type { Metadata } from 'next'
import { ConfirmForm } from '@/components/accounts/confirm-form'
import { SignInAlert } from '@/components/accounts/sign-in-alert'
import { LinkButton } from '@/components/ui/link-button'
import { signInLinkState } from '@/lib/accounts/link-token'
import { ownPath } from '@/lib/accounts/own-path'
import { signInPath } from '@/lib/accounts/sign-in-path'
import { visitorCtx } from '@/lib/http/context'
import { openPage } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Opening it spends nothing, so that programs that open every link in a mail do no harm. */
export default async function ConfirmPage({ searchParams }: Props) {
  const query = await searchParams
  const ctx = await visitorCtx()
  const link = { token: String(query.token ?? ''), email: String(query.email ?? '') }
  const callbackUrl = ownPath(String(query.callbackUrl ?? ''), ctx.issuer)
  const state = await openPage(() => signInLinkState(ctx, link))
  return (
    <Stack gap="lg">
      <Title order={1}>Sign in to Writ</Title>
      {state === 'fresh' ? (
        <>
          <Text>
            You are about to sign in as <strong>{link.email}</strong>.
          </Text>
          <ConfirmForm {...link} callbackUrl={callbackUrl} view={randomUUID()} />
        </>
      ) : (
        <>
          <SignInAlert code={state === 'expired' ? 'LinkExpired' : 'LinkSpent'} />
          <LinkButton href={signInPath({ callbackUrl })}>Get a new link</LinkButton>
        </>
      )}
    </Stack>
  )
}
