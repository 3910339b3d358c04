'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { money } from '@/lib/orders/money'
import type { StaffOrderView } from '@/lib/orders/view'
import type { PaymentDialogProps } from './payment-dialog'
import type { StaffOrderActions } from './types'
import { mauText } from './words'

const PaymentDialog = dynamic(() => import('./payment-dialog'), { ssr: false })

interface Props extends Pick<StaffOrderActions, 'markPaid' | 'recordLate'> {
  order: StaffOrderView
}

/** For an open order that is paid by invoice. */
export function MarkPaidButton({ order, markPaid }: Props) {
  const { number, amount, currency, organizationName, planName, mau } = order
  return (
    <PaymentButton done={`${number} is paid.`} order={order} save={markPaid} title="Mark as paid">
      <strong>{organizationName}</strong> gets a license for {planName}, up to {mauText(mau)}, and a mail.
      Check that {money(amount, currency)} came in.
    </PaymentButton>
  )
}

/** For one that was void before its money was there. */
export function RecordLateButton({ order, recordLate }: Props) {
  const { number, amount, currency, organizationName } = order
  return (
    <PaymentButton
      done={`The payment of ${number} is to be refunded.`}
      order={order}
      save={recordLate}
      title="Record a payment"
    >
      <strong>{organizationName}</strong> paid {money(amount, currency)} although the order is void. It gets a
      mail that the money goes back, and no license. If it still wants one, let it order again, and mark that
      order as paid instead.
    </PaymentButton>
  )
}

function PaymentButton(props: Omit<PaymentDialogProps, 'onClose'>) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button onClick={() => setOpened(true)}>{props.title}</Button>
      {opened && <PaymentDialog {...props} onClose={() => setOpened(false)} />}
    </>
  )
}
