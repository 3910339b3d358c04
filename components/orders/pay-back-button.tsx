'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAsking } from '@/components/ui/use-asking'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import type { StaffOrderActions } from './types'
import { useLeft } from './use-left'

interface Props extends Pick<StaffOrderActions, 'payBack'> {
  order: StaffOrderView
}

export function PayBackButton({ order, payBack }: Props) {
  const router = useRouter()
  const { number } = order
  const { run, ask, dialog } = useAsking(payBack, {
    done: `${number} is refunded.`,
    onDone: () => router.refresh(),
  })
  const { left, problem } = useLeft(order, dialog.opened)
  return (
    <>
      <Button onClick={ask}>Refund</Button>
      <ConfirmDialog
        {...dialog}
        confirm="Refund the payment"
        onConfirm={() => left !== undefined && run({ number, amount: left })}
        pending={dialog.pending || (left === undefined && problem === null)}
        problem={dialog.problem ?? problem}
        title="Refund the payment"
      >
        {left !== undefined && <Effect left={left} order={order} />}
      </ConfirmDialog>
    </>
  )
}

/** What confirming does, by what is with us still, in minor units. */
function Effect({ left, order: { amount, currency, details } }: { left: number; order: StaffOrderView }) {
  if (left === 0) {
    return (
      <Text size="sm">
        All of it went back at Stripe before. Confirm, and the order says so; {details.company} gets a mail.
      </Text>
    )
  }
  const before = `: ${money(amount - left, currency)} of ${money(amount, currency)} went back before`
  return (
    <Text size="sm">
      Stripe pays <strong>{money(left, currency)}</strong> back to {details.company}
      {left < amount && before}. They get a mail. No license changes. This cannot be undone.
    </Text>
  )
}
