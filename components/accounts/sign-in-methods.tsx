'use client'

import { Stack } from '@mantine/core'
import { IconBrandGithub, IconMail } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { OFFLINE } from '@/components/ui/fetch-json'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { Section } from '@/components/ui/section'
import { toastProblem } from '@/components/ui/toast'
import { useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'
import { goToGitHub } from './go-to-github'
import { MethodRow } from './method-row'

type Provider = 'EMAIL' | 'GITHUB'

interface Props {
  email: string | null
  methods: { provider: Provider; login: string | null }[]
  gitHubOffered: boolean
  startLinking: (input: Record<string, never>) => Promise<Result<void>>
  turnOnEmail: (input: Record<string, never>) => Promise<Result<unknown>>
  unlink: (input: { provider: Provider }) => Promise<Result<void>>
}

/** The ways to sign in, each of which can be taken away while another one remains. */
export function SignInMethods({ email, methods, gitHubOffered, ...actions }: Props) {
  const router = useRouter()
  const refresh = () => router.refresh()
  const unlinking = useAction(actions.unlink, { done: 'Done. That way to sign in is gone.', onDone: refresh })
  const turningOn = useAction(actions.turnOnEmail, { done: 'E-mail sign-in is on.', onDone: refresh })
  const linking = useAction(actions.startLinking, { onDone: leaveForGitHub })
  const byEmail = methods.find(method => method.provider === 'EMAIL')
  const gitHub = methods.find(method => method.provider === 'GITHUB')
  const removable = methods.length > 1 && !unlinking.pending
  return (
    <Section
      description="Add a second way, in case you lose the first. The last one stays."
      id="methods"
      title="Sign-in methods"
    >
      <ProblemAlert problem={unlinking.problem ?? turningOn.problem ?? linking.problem} />
      <Stack component="ul" gap={0} m={0} p={0}>
        <MethodRow
          action={
            byEmail
              ? { label: 'Turn off', run: () => unlinking.run({ provider: 'EMAIL' }), enabled: removable }
              : {
                  label: 'Turn on',
                  run: () => turningOn.run({}),
                  enabled: email !== null,
                  pending: turningOn.pending,
                }
          }
          icon={<IconMail aria-hidden="true" size={20} stroke={1.5} />}
          name="E-mail link"
          state={byEmail ? `Links go to ${email}.` : emailOff(email)}
        />
        {(gitHub || gitHubOffered) && (
          <MethodRow
            action={
              gitHub
                ? { label: 'Unlink', run: () => unlinking.run({ provider: 'GITHUB' }), enabled: removable }
                : { label: 'Link', run: () => linking.run({}), enabled: true, pending: linking.pending }
            }
            icon={<IconBrandGithub aria-hidden="true" size={20} stroke={1.5} />}
            name="GitHub"
            state={gitHub ? `Linked to ${gitHub.login}.` : 'Not linked.'}
          />
        )}
      </Stack>
    </Section>
  )
}

function emailOff(email: string | null): string {
  if (email !== null) return `Off. Links would go to ${email}.`
  return 'Off. Verify an address at GitHub, then sign in with GitHub again.'
}

function leaveForGitHub(): void {
  goToGitHub('/account').catch(() => toastProblem(OFFLINE))
}
