'use client'

import { Button, Stack } from '@mantine/core'
import { useActionState } from 'react'
import { PostForm } from '@/components/ui/post-form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { Problem } from '@/lib/result'

export interface AcceptState {
  problem: Problem | null
}

interface Props {
  token: string
  accept: (state: AcceptState, form: FormData) => Promise<AcceptState>
}

/** The one button that accepts. A plain form, so that it works while scripts are still loading. */
export function AcceptForm({ token, accept }: Props) {
  const [{ problem }, submit, sending] = useActionState(accept, { problem: null })
  return (
    <PostForm action={submit}>
      <Stack gap="md">
        <ProblemAlert problem={problem} />
        <input name="token" type="hidden" value={token} />
        <Button fullWidth loading={sending} type="submit">
          Accept
        </Button>
      </Stack>
    </PostForm>
  )
}
