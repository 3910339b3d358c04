'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Code, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf } from '@/components/ui/input-of'
import { useAction } from '@/components/ui/use-action'
import { markPaidSchema } from '@/lib/orders/schema'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './types'
import { dayText } from './words'

export interface PaymentDialogProps {
  order: StaffOrderView
  /** Marks it paid, or records what came too late. */
  save: StaffOrderActions['markPaid']
  title: string
  /** What comes of it. */
  children: ReactNode
  /** Told once it is done. */
  done: string
  onClose: () => void
}

/** The number is typed from the bank's statement: a wrong row must not give a license away. */
export default function PaymentDialog({ order, save, title, children, done, onClose }: PaymentDialogProps) {
  const router = useRouter()
  const { number } = order
  const schema = z.object({
    typed: z.string().refine(text => text.trim() === number, `Type ${number}.`),
    reference: markPaidSchema.shape.reference,
    paidAt: z.iso.date('Choose the day of the payment.'),
  })
  type Fields = z.output<typeof schema>
  const form = useForm<Fields>({
    resolver: zodResolver(schema),
    defaultValues: { typed: '', reference: '', paidAt: dayText(new Date()) },
  })
  const { run, pending, problem } = useAction(save, {
    setFieldError: fieldsOf(form),
    done,
    onDone: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <FormDialog
      button={title}
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reference, paidAt }) => run({ number, reference, paidAt }))}
      pending={pending}
      problem={problem}
      title={title}
    >
      <Text size="sm">{children}</Text>
      <TextInput
        autoComplete="off"
        data-autofocus
        description="What the bank calls the payment."
        label="Payment reference"
        {...inputOf(form, 'reference')}
      />
      <TextInput label="Day of the payment" type="date" {...inputOf(form, 'paidAt')} />
      <TextInput
        autoComplete="off"
        label={
          <>
            Type <Code>{number}</Code> to confirm
          </>
        }
        {...inputOf(form, 'typed')}
      />
    </FormDialog>
  )
}
