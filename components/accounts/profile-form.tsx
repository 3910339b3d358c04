'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type SubmitEvent, useState } from 'react'
import { Form } from '@/components/ui/form'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { Section } from '@/components/ui/section'
import { useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'

interface Props {
  name: string
  email: string | null
  action: (input: { name: string }) => Promise<Result<{ name: string }>>
}

export function ProfileForm({ name, email, action }: Props) {
  const router = useRouter()
  const [error, setError] = useState<string | null>(null)
  const { run, pending, problem } = useAction(action, {
    setFieldError: (field, message) => {
      if (field === 'name') setError(message)
      return field === 'name'
    },
    done: 'Your name was changed.',
    onDone: () => router.refresh(),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    setError(null)
    run({ name: String(new FormData(event.currentTarget).get('name') ?? '') })
  }
  return (
    <Section id="profile" title="Profile">
      <Form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <ProblemAlert problem={problem} />
          <TextInput
            autoComplete="name"
            defaultValue={name}
            description="Shown to the members of your organizations and in the audit log."
            error={error}
            label="Name"
            maxLength={100}
            name="name"
          />
          <TextInput
            description={email === null ? 'GitHub has told us no verified address.' : 'Verified.'}
            label="E-mail address"
            readOnly
            value={email ?? ''}
            variant="filled"
          />
          <Group>
            <Button loading={pending} type="submit" variant="default">
              Save name
            </Button>
          </Group>
        </Stack>
      </Form>
    </Section>
  )
}
