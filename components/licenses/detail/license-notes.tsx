'use client'

import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { ChangeLicenseInput } from '@/lib/licenses/schema'
import type { StaffLicenseView } from '@/lib/licenses/view'
import type { Result } from '@/lib/result'
import classes from '../licenses.module.css'

interface Props {
  license: Pick<StaffLicenseView, 'id' | 'notes'>
  /** Null for those who may only read, and for a license that has ended. */
  change: ((input: ChangeLicenseInput) => Promise<Result<unknown>>) | null
}

/** What staff tell each other about a license. */
export function LicenseNotes({ license, change }: Props) {
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        Only staff see these.
      </Text>
      {change ? (
        <NotesForm change={change} key={license.notes} license={license} />
      ) : (
        <p className={classes.text}>{license.notes || 'None.'}</p>
      )}
    </Stack>
  )
}

function NotesForm({ license, change }: { license: Props['license']; change: NonNullable<Props['change']> }) {
  const router = useRouter()
  const form = useForm({ defaultValues: { notes: license.notes } })
  const { run, pending, problem } = useAction(change, {
    setFieldError: fieldsOf(form),
    done: 'The notes were saved.',
    onDone: () => router.refresh(),
  })
  return (
    <Form onSubmit={form.handleSubmit(({ notes }) => run({ id: license.id, notes }))}>
      <Stack gap="sm">
        <Textarea aria-label="Notes" autosize maxRows={16} minRows={2} {...inputOf(form, 'notes')} />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button disabled={!form.formState.isDirty} loading={pending} type="submit" variant="default">
            Save notes
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
