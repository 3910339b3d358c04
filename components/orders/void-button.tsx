'use client'

import { Button, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { fieldsOf } from '@/components/ui/fields-of'
import { inputOf } from '@/components/ui/input-of'
import { useAction } from '@/components/ui/use-action'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './staff-order-page'

interface Props extends Pick<StaffOrderActions, 'close'> {
  order: StaffOrderView
}

export function VoidButton({ order: { number }, close }: Props) {
  const router = useRouter()
  const [opened, setOpened] = useState(false)
  const form = useForm({ defaultValues: { reason: '' } })
  const { run, pending, problem } = useAction(close, {
    setFieldError: fieldsOf(form),
    done: `${number} is void.`,
    onDone: () => {
      setOpened(false)
      router.refresh()
    },
  })
  const confirmed = form.handleSubmit(({ reason }) => run({ number, reason }))
  return (
    <>
      <Button onClick={() => setOpened(true)} variant="default">
        Void
      </Button>
      <ConfirmDialog
        confirm="Void the order"
        onClose={() => setOpened(false)}
        onConfirm={() => confirmed()}
        opened={opened}
        pending={pending}
        problem={problem}
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
