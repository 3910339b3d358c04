'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { EXACT_TOTAL } from '@/lib/page'
import type { ChooseRepositoryInput } from '@/lib/repositories/schema'
import type { RepositoryActions } from './types'

const resolver = lazyResolver(async () => (await import('@/lib/repositories/schema')).chooseRepositorySchema)

/** For a repository that is not among those of the list. */
export function ByNameForm({ choose }: Pick<RepositoryActions, 'choose'>) {
  const router = useRouter()
  const form = useForm<ChooseRepositoryInput, unknown, ChooseRepositoryInput>({
    resolver,
    defaultValues: { fullName: '' },
  })
  const { run, pending, problem } = useAction(choose, {
    setFieldError: fieldsOf(form),
    done: ({ fullName }) => `${fullName} was chosen.`,
    onDone: () => {
      form.reset()
      router.refresh()
    },
  })
  return (
    <Form onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="sm">
        <TextInput
          autoCapitalize="none"
          autoComplete="off"
          description={`One that is not in the list, which has the ${EXACT_TOTAL.toLocaleString('en')} that were pushed to last.`}
          label="Repository"
          placeholder="owner/repo"
          {...inputOf(form, 'fullName')}
        />
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending} type="submit" variant="default">
            Choose this one
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
