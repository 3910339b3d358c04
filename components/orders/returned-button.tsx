'use client'

import { Button, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { fieldsOf } from '@/components/ui/fields-of'
import { inputOf } from '@/components/ui/input-of'
import { useAsking } from '@/components/ui/use-asking'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './types'
import { useLeft } from './use-left'

interface Props extends Pick<StaffOrderActions, 'markReturned'> {
  order: StaffOrderView
}

/** For money that people returned: by bank, or in another way than Stripe's. */
export function ReturnedButton({ order, markReturned }: Props) {
  const router = useRouter()
  const form = useForm({ defaultValues: { note: '' } })
  const { number, amount, currency, details } = order
  const { run, ask, dialog } = useAsking(markReturned, {
    setFieldError: fieldsOf(form),
    done: `${number} is refunded.`,
    onDone: () => router.refresh(),
  })
  const { left } = useLeft(order, dialog.opened)
  const toReturn = left === undefined ? `what is left of ${money(amount, currency)}` : money(left, currency)
  const confirmed = form.handleSubmit(({ note }) => run({ number, note }))
  const open = () => {
    form.clearErrors()
    ask()
  }
  return (
    <>
      <Button onClick={open} variant="default">
        Mark as returned
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Mark as returned"
        onConfirm={() => confirmed()}
        title="Mark as returned"
      >
        <Text mb="sm" size="sm">
          Nothing is paid by this: first return {toReturn} to {details.company}. The customer gets a mail.
          This cannot be undone.
        </Text>
        <TextInput
          autoComplete="off"
          description="Such as the bank’s reference. It stands in the audit log."
          label="How it was returned"
          {...inputOf(form, 'note')}
        />
      </ConfirmDialog>
    </>
  )
}
