'use client'

import { Button, Group, Stack } from '@mantine/core'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { MessageField } from './message-field'
import type { StaffActions } from './types'
import { useMessageForm } from './use-message-form'
import { useTicketAction } from './use-ticket-action'

interface Props extends Pick<StaffActions, 'note'> {
  number: number
}

/** What staff say to themselves. */
export function NoteForm({ number, note }: Props) {
  const form = useMessageForm()
  const { run, pending, problem } = useTicketAction(note, {
    setFieldError: fieldsOf(form),
    done: 'The note was saved.',
    onDone: () => form.reset(),
  })
  return (
    <Form onSubmit={form.handleSubmit(({ text }) => run({ number, text }))}>
      <Stack gap="sm">
        <MessageField
          description="For staff alone: the customer never sees it, and no mail is sent."
          label="Note"
          minRows={2}
          {...inputOf(form, 'text')}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button loading={pending} type="submit" variant="default">
            Save note
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
