'use client'

import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { answerFormSchema, SeenTicket, TicketStatus } from '@/lib/tickets/schema'
import { MessageField } from './message-field'
import { STATUS } from './status'
import type { StaffActions } from './types'
import { useTicketAction } from './use-ticket-action'

interface Props extends Pick<StaffActions, 'answer' | 'close'> {
  seen: SeenTicket
  status: TicketStatus
}

type Fields = z.input<typeof answerFormSchema>

const resolver = lazyResolver(async () => (await import('@/lib/tickets/schema')).answerFormSchema)

const AFTERWARDS = (['ANSWERED', 'WAITING', 'CLOSED'] as const).map(value => ({
  value,
  label: STATUS.staff[value].label,
}))

/** What staff say to the customer. */
export function AnswerForm({ seen, status, answer, close }: Props) {
  const form = useForm<Fields, unknown, z.output<typeof answerFormSchema>>({
    resolver,
    defaultValues: { text: '', status: 'ANSWERED' },
  })
  const sending = useTicketAction(answer, {
    setFieldError: fieldsOf(form),
    done: 'Your answer was sent.',
    onDone: () => form.reset(),
  })
  const closing = useTicketAction(close, { done: 'The ticket was closed.' })
  return (
    <Form onSubmit={form.handleSubmit(values => sending.run({ ...seen, ...values }))}>
      <Stack gap="sm">
        <MessageField
          description="The customer reads it in the portal, and gets it by mail."
          label="Answer"
          {...inputOf(form, 'text')}
        />
        <ProblemAlert problem={sending.problem ?? closing.problem} />
        <Group align="flex-end" gap="xs" justify="space-between">
          <NativeSelect data={AFTERWARDS} label="Then the ticket is" {...inputOf(form, 'status')} />
          <Group gap="xs">
            {status !== 'CLOSED' && (
              <Button loading={closing.pending} onClick={() => closing.run(seen)} variant="default">
                Close without answer
              </Button>
            )}
            <Button loading={sending.pending} type="submit">
              Send answer
            </Button>
          </Group>
        </Group>
      </Stack>
    </Form>
  )
}
