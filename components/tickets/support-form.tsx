'use client'

import { Stack, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import { ProblemAlert } from '@/components/ui/problem-alert'
import type { supportTicketSchema } from '@/lib/tickets/schema'
import { MessageField } from './message-field'
import { NewTicketButtons } from './new-ticket-buttons'
import type { CustomerActions } from './types'
import { useNewTicket } from './use-new-ticket'

interface Props extends Pick<CustomerActions, 'open'> {
  organization: { id: string }
}

type Fields = z.input<typeof supportTicketSchema>

const resolver = lazyResolver(async () => (await import('@/lib/tickets/schema')).supportTicketSchema)

export function SupportForm({ organization, open }: Props) {
  const form = useForm<Fields, unknown, z.output<typeof supportTicketSchema>>({
    resolver,
    defaultValues: { kind: 'SUPPORT', subject: '', text: '' },
  })
  const { run, pending, problem } = useNewTicket({ organizationId: organization.id, form, open })
  return (
    <Form onSubmit={form.handleSubmit(values => run(values))}>
      <Stack gap="md">
        <TextInput
          autoComplete="off"
          description="What it is about, in a few words."
          label="Subject"
          {...inputOf(form, 'subject')}
        />
        <MessageField
          description="What you did, what you expected, and what happened instead. Never send a secret or a private key."
          label="Message"
          minRows={8}
          {...inputOf(form, 'text')}
        />
        <ProblemAlert problem={problem} />
        <NewTicketButtons organizationId={organization.id} pending={pending} />
      </Stack>
    </Form>
  )
}
