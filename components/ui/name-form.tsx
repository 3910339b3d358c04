'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { Result } from '@/lib/result'
import { Form } from './form'
import { ProblemAlert } from './problem-alert'
import { useAction } from './use-action'

interface Props<T> {
  /** The name so far. */
  name?: string
  /** Whose name it is, for browsers that know it. */
  autoComplete: 'name' | 'organization'
  description: string
  button: string
  /** For the one thing that a page is about. */
  primary?: boolean
  action: (input: { name: string }) => Promise<Result<T>>
  done: string | ((data: T) => string)
  onDone: (data: T) => void
  /** Whether what follows is under way. */
  busy?: boolean
  /** What stands below the name. */
  children?: ReactNode
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
          autoComplete={rest.autoComplete}
          defaultValue={name}
          description={description}
          error={error}
          label="Name"
          name="name"
          ref={field}
        />
        {rest.children}
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
