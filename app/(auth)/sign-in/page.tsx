import { Divider, Stack, Text, Title } from '@mantine/core'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmailForm } from '@/components/accounts/email-form'
import { GitHubButton } from '@/components/accounts/github-button'
import { SignInAlert } from '@/components/accounts/sign-in-alert'
import { ownPath } from '@/lib/accounts/own-path'
import { currentSession } from '@/lib/auth/session'
import { env } from '@/lib/env'
import { openPage } from '@/lib/http/page'
import { sendLinkAction } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl: wanted, error } = await searchParams
  const callbackUrl = ownPath(String(wanted ?? ''), env().WRIT_URL)
  const code = error === undefined ? undefined : String(error)
  if (await openPage(currentSession)) redirect(whereSignedInPeopleGo(code, callbackUrl))
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Sign in to Writ</Title>
        <Text c="dimmed" size="sm">
          New here? Signing in makes your account.
        </Text>
      </div>
      <SignInAlert code={code} />
      {env().GITHUB_ID && (
        <>
          <GitHubButton callbackUrl={callbackUrl} />
          <Divider label="or" />
        </>
      )}
      <EmailForm action={sendLinkAction} callbackUrl={callbackUrl} />
    </Stack>
  )
}

/** Linking GitHub that failed is told in the account settings; otherwise there is nothing left to do here. */
function whereSignedInPeopleGo(error: string | undefined, callbackUrl: string): string {
  const failedAtGitHub = error !== undefined && /^(OAuth|Callback|GitHub|NotConfigured)/.test(error)
  return failedAtGitHub ? `/account?error=${encodeURIComponent(error)}` : callbackUrl
}
