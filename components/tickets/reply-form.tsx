'use client'

import { Button, Group, Stack } from '@mantine/core'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { SeenTicket, TicketStatus } from '@/lib/tickets/schema'
import { MessageField } from './message-field'
import type { CustomerActions } from './types'
import { useMessageForm } from './use-message-form'
import { useTicketAction } from './use-ticket-action'

interface Props extends Pick<CustomerActions, 'reply' | 'close'> {
  seen: SeenTicket
  status: TicketStatus
}

/** The customer's next word. */
export function ReplyForm({ seen, status, reply, close }: Props) {
  const form = useMessageForm()
  const sending = useTicketAction(reply, {
    setFieldError: fieldsOf(form),
    done: 'Your message was sent.',
    onDone: () => form.reset(),
  })
  const closing = useTicketAction(close, { done: 'The ticket was closed.' })
  const closed = status === 'CLOSED'
  return (
    <Form onSubmit={form.handleSubmit(({ text }) => sending.run({ ...seen, text }))}>
      <Stack gap="sm">
        <MessageField
          description={closed ? 'The ticket is closed. Writing in it opens it again.' : undefined}
          label="Your message"
          {...inputOf(form, 'text')}
        />
        <ProblemAlert problem={sending.problem ?? closing.problem} />
        <Group gap="xs" justify="flex-end">
          {!closed && (
            <Button loading={closing.pending} onClick={() => closing.run(seen)} variant="default">
              Close ticket
            </Button>
          )}
          <Button loading={sending.pending} type="submit">
            {closed ? 'Send and open again' : 'Send'}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
