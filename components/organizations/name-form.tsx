'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { organizationNameSchema } from '@/lib/organizations/schema'
import type { Result } from '@/lib/result'

interface Props {
  name: string
  action: (input: { name: string }) => Promise<Result<{ name: string }>>
}

export function NameForm({ name, action }: Props) {
  const router = useRouter()
  const form = useForm({ resolver: zodResolver(organizationNameSchema), defaultValues: { name } })
  const { run, pending, problem } = useAction(action, {
    setFieldError: fieldsOf(form),
    done: 'The name was changed.',
    onDone: changed => {
      form.reset(changed)
      router.refresh()
    },
  })
  return (
    <form noValidate onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="sm" maw={420}>
        <TextInput
          autoComplete="organization"
          description="Shown to members, in invitations and in the audit log."
          error={form.formState.errors.name?.message}
          label="Name"
          {...form.register('name')}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending} type="submit" variant="default">
            Save name
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
