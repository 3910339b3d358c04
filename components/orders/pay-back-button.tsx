'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './staff-order-page'

interface Props extends Pick<StaffOrderActions, 'payBack'> {
  order: StaffOrderView
}

export function PayBackButton({ order, payBack }: Props) {
  const router = useRouter()
  const [opened, setOpened] = useState(false)
  const { number, amount, currency, details } = order
  const { run, pending, problem } = useAction(payBack, {
    done: `${number} is refunded.`,
    onDone: () => {
      setOpened(false)
      router.refresh()
    },
  })
  return (
    <>
      <Button onClick={() => setOpened(true)}>Refund</Button>
      <ConfirmDialog
        confirm="Refund the payment"
        onClose={() => setOpened(false)}
        onConfirm={() => run({ number })}
        opened={opened}
        pending={pending}
        problem={problem}
        title="Refund the payment"
      >
        <Text size="sm">
          Stripe pays {money(amount, currency)} back to {details.company}, less what was paid back there
          before. They get a mail. No license changes. This cannot be undone.
        </Text>
      </ConfirmDialog>
    </>
  )
}
