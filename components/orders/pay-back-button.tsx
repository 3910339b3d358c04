'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAsking } from '@/components/ui/use-asking'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './types'

interface Props extends Pick<StaffOrderActions, 'payBack'> {
  order: StaffOrderView
}

export function PayBackButton({ order, payBack }: Props) {
  const router = useRouter()
  const { number, amount, currency, details } = order
  const { run, ask, dialog } = useAsking(payBack, {
    done: `${number} is refunded.`,
    onDone: () => router.refresh(),
  })
  return (
    <>
      <Button onClick={ask}>Refund</Button>
      <ConfirmDialog
        {...dialog}
        confirm="Refund the payment"
        onConfirm={() => run({ number })}
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
