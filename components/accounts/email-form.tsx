'use client'

import { Button, Stack, TextInput } from '@mantine/core'
import { useActionState } from 'react'
import { PostForm } from '@/components/ui/post-form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { Problem } from '@/lib/result'

export interface SendLinkState {
  problem: Problem | null
  email: string
}

interface Props {
  action: (state: SendLinkState, form: FormData) => Promise<SendLinkState>
  callbackUrl: string
}

/** Asks for a sign-in link. A plain form, so that it works while scripts are still loading. */
export function EmailForm({ action, callbackUrl }: Props) {
  const [{ problem, email }, submit, sending] = useActionState(action, { problem: null, email: '' })
  return (
    <PostForm action={submit}>
      <Stack gap="md">
        {!problem?.fields && <ProblemAlert problem={problem} />}
        <input name="callbackUrl" type="hidden" value={callbackUrl} />
        <TextInput
          autoComplete="email"
          defaultValue={email}
          error={problem?.fields?.email}
          key={email}
          label="E-mail address"
          name="email"
          placeholder="ada@example.org"
          required
          type="email"
          withAsterisk={false}
        />
        <Button fullWidth loading={sending} type="submit">
          Send sign-in link
        </Button>
      </Stack>
    </PostForm>
  )
}
