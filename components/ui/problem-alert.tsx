'use client'

import { Alert, Stack } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Problem } from '@/lib/result'
import { RequestId } from './request-id'

/** A refusal told inside a form or dialog, and brought into sight; renders nothing while there is none. */
export function ProblemAlert({ problem }: { problem: Problem | null }) {
  return problem && <Refusal problem={problem} />
}

function Refusal({ problem }: { problem: Problem }) {
  const ref = useRef<HTMLDivElement>(null)
  // What was pressed may be a screen away: below a long list, or at the end of a form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal anew, also when it says the same.
  useEffect(() => {
    // Not returned: newer browsers answer with a promise, which React would take for a clean-up.
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  return (
    <Alert color="red" ref={ref} role="alert">
      <Stack gap={4}>
        {problem.message}
        {problem.code === 'UNEXPECTED' && <RequestId id={problem.requestId} />}
      </Stack>
    </Alert>
  )
}
