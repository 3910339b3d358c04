'use client'

import { Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Problem } from '@/lib/result'
import { Message } from './message'
import { RequestId } from './request-id'
import { goToSignIn } from './sign-in'

interface Props {
  problem: Problem
  title?: string
  onRetry?: () => void
  retrying?: boolean
}

/** Says what failed and what to do, with the request id and, where it may help, **Try again**. */
export function ErrorState({ problem, title = 'This could not be loaded', onRetry, retrying }: Props) {
  const retry = onRetry && (
    <Button loading={retrying} onClick={onRetry} variant="default">
      Try again
    </Button>
  )
  const next = problem.code === 'UNAUTHENTICATED' ? <Button onClick={goToSignIn}>Sign in</Button> : retry
  return (
    <Message actions={next} icon={<IconAlertTriangle size={32} stroke={1.5} />} role="alert" title={title}>
      <Stack align="center" gap={4}>
        {problem.message}
        <RequestId id={problem.requestId} />
      </Stack>
    </Message>
  )
}
