'use client'

import { Alert } from '@mantine/core'
import { useLookAgain } from './use-look-again'

/** Somebody comes back from the page where they gave a payment method. What was late is charged to it meanwhile. */
export function PaymentMethodGiven({ late }: { late: boolean }) {
  useLookAgain(late)
  return (
    <Alert color="blue" role="status" title="Stripe has your payment method">
      {late
        ? 'It is charged now with the payment that is late. This page changes when that is paid, within seconds as a rule. If it does not, the payment method was declined: press Pay now.'
        : 'It is charged from now on. There is nothing else to do.'}
    </Alert>
  )
}
