'use client'

import { Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Problem } from '@/lib/result'
import { Message } from './message'
import { RequestId } from './request-id'
import { goToSignIn } from './sign-in'

interface Props {
  problem: Problem
  title?: string
  onRetry?: () => void
  retrying?: boolean
  /** Leads out of a broken address, for which trying again is no help. */
  onReset?: () => void
}

/** Says what failed and what to do, with the request id and, where it may help, **Try again**. */
export function ErrorState({
  problem,
  title = 'This could not be loaded',
  onRetry,
  retrying,
  onReset,
}: Props) {
  const retry = onRetry && (
    <Button loading={retrying} onClick={onRetry} variant="default">
      Try again
    </Button>
  )
  const reset = onReset && <Button onClick={onReset}>Go to the first page</Button>
  const actions: Partial<Record<Problem['code'], ReactNode>> = {
    UNAUTHENTICATED: <Button onClick={goToSignIn}>Sign in</Button>,
    INVALID: reset,
  }
  const next = actions[problem.code] ?? retry
  return (
    <Message actions={next} icon={<IconAlertTriangle size={32} stroke={1.5} />} role="alert" title={title}>
      <Stack align="center" gap={4}>
        {problem.message}
        <RequestId id={problem.requestId} />
      </Stack>
    </Message>
  )
}
