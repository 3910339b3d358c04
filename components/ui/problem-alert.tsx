import { Alert, Stack } from '@mantine/core'
import type { Problem } from '@/lib/result'
import { RequestId } from './request-id'

/** A refusal told inside a form or dialog; renders nothing while there is none. */
export function ProblemAlert({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  return (
    <Alert color="red" role="alert" variant="light">
      <Stack gap={4}>
        {problem.message}
        {problem.code === 'UNEXPECTED' && <RequestId id={problem.requestId} />}
      </Stack>
    </Alert>
  )
}
