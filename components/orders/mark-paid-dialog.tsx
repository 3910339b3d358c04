'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { money } from '@/lib/orders/money'
import { markPaidSchema } from '@/lib/orders/schema'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './staff-order-page'
import { dayText, mauText } from './words'

interface Props extends Pick<StaffOrderActions, 'markPaid'> {
  order: StaffOrderView
  onClose: () => void
}

/** The number is typed from the bank's statement: a wrong row must not give a license away. */
export default function MarkPaidDialog({ order, markPaid, onClose }: Props) {
  useReturnFocus()
  const router = useRouter()
  const { number, amount, currency, organizationName, planName, mau } = order
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
  const { run, pending, problem } = useAction(markPaid, {
    setFieldError: fieldsOf(form),
    done: `${number} is paid.`,
    onDone: () => {
      onClose()
      router.refresh()
    },
  })
  return (
    <Modal onClose={onClose} opened title="Mark as paid">
      <Form onSubmit={form.handleSubmit(({ reference, paidAt }) => run({ number, reference, paidAt }))}>
        <Stack gap="md">
          <Text size="sm">
            <strong>{organizationName}</strong> gets a license for {planName}, up to {mauText(mau)}, and a
            mail. Check that {money(amount, currency)} came in.
          </Text>
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
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              Mark as paid
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
