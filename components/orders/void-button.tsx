'use client'

import { Button, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { fieldsOf } from '@/components/ui/fields-of'
import { inputOf } from '@/components/ui/input-of'
import { useAsking } from '@/components/ui/use-asking'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './types'

interface Props extends Pick<StaffOrderActions, 'close'> {
  order: StaffOrderView
}

export function VoidButton({ order: { number }, close }: Props) {
  const router = useRouter()
  const form = useForm({ defaultValues: { reason: '' } })
  const { run, ask, dialog } = useAsking(close, {
    setFieldError: fieldsOf(form),
    done: `${number} is void.`,
    onDone: () => router.refresh(),
  })
  const confirmed = form.handleSubmit(({ reason }) => run({ number, reason }))
  const open = () => {
    form.clearErrors()
    ask()
  }
  return (
    <>
      <Button onClick={open} variant="default">
        Void
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Void the order"
        onConfirm={() => confirmed()}
        title="Void the order"
      >
        <Text mb="sm" size="sm">
          Nobody can pay the order {number} any more, and no license comes of it. The customer gets a mail
          with the reason. This cannot be undone.
        </Text>
        <TextInput autoComplete="off" label="Reason" {...inputOf(form, 'reason')} />
      </ConfirmDialog>
    </>
  )
}
