'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { NumberField } from '@/components/ui/number-field'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { ThresholdInput } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'

const resolver = lazyResolver(async () => (await import('@/lib/credits/schema')).thresholdSchema)

interface Props {
  threshold: number
  save: (input: ThresholdInput) => Promise<Result<ThresholdInput>>
}

export function ThresholdForm({ threshold, save }: Props) {
  const router = useRouter()
  const form = useForm<ThresholdInput>({ resolver, defaultValues: { threshold } })
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done: 'The threshold was saved.',
    onDone: saved => {
      form.reset({ threshold: saved.threshold })
      router.refresh()
    },
  })
  return (
    <Form onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="sm" maw={320}>
        <NumberField control={form.control} label="Credit threshold" name="threshold" />
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending} type="submit">
            Save threshold
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
