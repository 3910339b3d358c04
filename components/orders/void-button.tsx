'use client'

import { Button, Text, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './staff-order-page'

interface Props extends Pick<StaffOrderActions, 'close'> {
  order: StaffOrderView
}

export function VoidButton({ order: { number }, close }: Props) {
  const router = useRouter()
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const { run, pending, problem } = useAction(close, {
    done: `${number} is void.`,
    onDone: () => {
      setOpened(false)
      router.refresh()
    },
  })
  return (
    <>
      <Button onClick={() => setOpened(true)} variant="default">
        Void
      </Button>
      <ConfirmDialog
        confirm="Void the order"
        onClose={() => setOpened(false)}
        onConfirm={() => run({ number, reason })}
        opened={opened}
        pending={pending}
        problem={problem}
        title="Void the order"
      >
        <Text mb="sm" size="sm">
          Nobody can pay the order {number} any more, and no license comes of it. The customer gets a mail
          with the reason. This cannot be undone.
        </Text>
        <TextInput
          autoComplete="off"
          label="Reason"
          onChange={event => setReason(event.currentTarget.value)}
          value={reason}
        />
      </ConfirmDialog>
    </>
  )
}
