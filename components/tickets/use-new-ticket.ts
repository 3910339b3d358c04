'use client'

import { useRouter } from 'next/navigation'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { fieldsOf } from '@/components/ui/fields-of'
import { useAction } from '@/components/ui/use-action'
import { ticketsPath } from './paths'
import type { CustomerActions } from './types'

interface Options<Fields extends FieldValues> extends Pick<CustomerActions, 'open'> {
  organizationId: string
  form: Pick<UseFormReturn<Fields>, 'setError' | 'getValues'>
}

/** Opens the ticket and goes to its page. */
export function useNewTicket<Fields extends FieldValues>({ organizationId, form, open }: Options<Fields>) {
  const router = useRouter()
  return useAction(open, {
    setFieldError: fieldsOf(form),
    done: ({ number }) => `Ticket #${number} was opened. The answer comes by mail, too.`,
    onDone: ({ number }) => router.push(ticketsPath(organizationId, number)),
  })
}
