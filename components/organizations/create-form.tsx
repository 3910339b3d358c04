'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { organizationPath } from '@/lib/organizations/path'
import { organizationNameSchema } from '@/lib/organizations/schema'
import type { Result } from '@/lib/result'

interface Props {
  create: (input: { name: string }) => Promise<Result<{ id: string; name: string }>>
}

export function CreateForm({ create }: Props) {
  const router = useRouter()
  const [leaving, setLeaving] = useState(false)
  const form = useForm({ resolver: zodResolver(organizationNameSchema), defaultValues: { name: '' } })
  const { run, pending, problem } = useAction(create, {
    setFieldError: fieldsOf(form),
    done: ({ name }) => `${name} was created.`,
    onDone: ({ id }) => {
      setLeaving(true)
      router.push(organizationPath(id, 'members'))
    },
  })
  return (
    <form noValidate onSubmit={form.handleSubmit(values => !leaving && run(values))}>
      <Stack gap="sm" maw={420}>
        <TextInput
          autoComplete="organization"
          data-autofocus
          description="You can change it later."
          error={form.formState.errors.name?.message}
          label="Name"
          placeholder="Acme"
          {...form.register('name')}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending || leaving} type="submit">
            Create organization
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
