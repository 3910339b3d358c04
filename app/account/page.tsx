import { Alert, Box, Stack } from '@mantine/core'
import type { Metadata } from 'next'
import { ProfileForm } from '@/components/accounts/profile-form'
import { SessionList } from '@/components/accounts/session-list'
import { SignInAlert } from '@/components/accounts/sign-in-alert'
import { SignInMethods } from '@/components/accounts/sign-in-methods'
import { PageHeader } from '@/components/ui/page-header'
import { listSessions } from '@/lib/accounts/sessions'
import { showAccount } from '@/lib/accounts/show'
import { env } from '@/lib/env'
import { requireSession } from '@/lib/http/context'
import { accountPage } from '@/lib/http/page'
import { signOut } from '../sign-out'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const [account, sessions, { sessionId }] = await accountPage(ctx =>
    Promise.all([showAccount(ctx), listSessions(ctx), requireSession()]),
  )
  const { error, linked } = await searchParams
  return (
    <Box maw={720}>
      <PageHeader description="Who you are, how you sign in, and where you are signed in." title="Account" />
      <Stack gap="xl">
        <SignInAlert code={error === undefined ? undefined : String(error)} />
        {linked === 'github' && (
          <Alert color="green" role="status">
            GitHub is linked: you can sign in with it from now on.
          </Alert>
        )}
        <ProfileForm action={actions.renameAction} email={account.email} name={account.name} />
        <SignInMethods
          email={account.email}
          gitHubOffered={env().GITHUB_ID !== undefined}
          methods={account.methods}
          startLinking={actions.startLinkingAction}
          turnOnEmail={actions.turnOnEmailAction}
          unlink={actions.unlinkAction}
        />
        <SessionList
          current={sessionId}
          end={actions.endSessionAction}
          endOthers={actions.endOtherSessionsAction}
          sessions={sessions}
          signOut={signOut}
        />
      </Stack>
    </Box>
  )
}
