'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { Section } from '@/components/ui/section'
import { useAction } from '@/components/ui/use-action'
import { SESSION_DAYS } from '@/lib/accounts/terms'
import type { Result } from '@/lib/result'
import { type Session, SessionRow } from './session-row'

interface Props {
  sessions: Session[]
  /** The session of this browser. */
  current: string
  end: (input: { id: string }) => Promise<Result<void>>
  endOthers: (input: Record<string, never>) => Promise<Result<{ ended: number }>>
  /** Ends this browser's session and leaves. */
  signOut: () => Promise<void>
}

/** Where the person is signed in: this browser first, then the others as they were last seen. */
export function SessionList({ sessions, current, end, endOthers, signOut }: Props) {
  const router = useRouter()
  const refresh = () => router.refresh()
  const ending = useAction(end, { done: 'Signed out there.', onDone: refresh })
  const endingOthers = useAction(endOthers, { done: 'Signed out everywhere else.', onDone: refresh })
  const others = sessions.filter(({ id }) => id !== current)
  const ordered = [...sessions.filter(({ id }) => id === current), ...others]
  return (
    <Section
      description={`A session ends by itself after ${SESSION_DAYS} days.`}
      id="sessions"
      title="Sessions"
    >
      <ProblemAlert problem={ending.problem ?? endingOthers.problem} />
      <Stack component="ul" gap={0} m={0} p={0}>
        {ordered.map(session => (
          <SessionRow
            busy={ending.pending}
            key={session.id}
            current={session.id === current}
            onEnd={session.id === current ? () => void signOut() : () => ending.run({ id: session.id })}
            session={session}
          />
        ))}
      </Stack>
      {others.length > 0 && (
        <Group>
          <Button
            color="red"
            loading={endingOthers.pending}
            onClick={() => endingOthers.run({})}
            variant="light"
          >
            Sign out others
          </Button>
        </Group>
      )}
    </Section>
  )
}
