'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { Form } from '@/components/ui/form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'

interface Props<T> {
  /** The name so far. */
  name?: string
  description: string
  button: string
  /** For the one thing that a page is about. */
  primary?: boolean
  action: (input: { name: string }) => Promise<Result<T>>
  done: string | ((data: T) => string)
  onDone: (data: T) => void
  /** Whether what follows is under way. */
  busy?: boolean
}

/** One field, judged by the server alone: a form library would be most of the page's code. */
export function NameForm<T>({ name = '', description, button, primary, busy = false, ...rest }: Props<T>) {
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string | null>(null)
  const setFieldError = (wrong: string, message: string) => {
    if (wrong !== 'name') return false
    setError(message)
    field.current?.focus()
    return true
  }
  const { run, pending, problem } = useAction(rest.action, {
    setFieldError,
    done: rest.done,
    onDone: rest.onDone,
  })
  const submit = () => {
    setError(null)
    if (!busy) run({ name: field.current?.value ?? '' })
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm" maw={420}>
        <TextInput
          autoComplete="organization"
          defaultValue={name}
          description={description}
          error={error}
          label="Name"
          name="name"
          ref={field}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending || busy} type="submit" variant={primary ? 'filled' : 'default'}>
            {button}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
