'use client'

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { flexPath } from '@/components/flex/paths'
import { LinkButton } from '@/components/ui/link-button'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useLeavingAction } from '@/components/ui/use-leaving-action'
import { money } from '@/lib/orders/money'
import type { OrderKind, OrderView } from '@/lib/orders/view'
import type { Result } from '@/lib/result'
import { invoicePath } from './paths'
import { useLookAgain } from './use-look-again'
import { dayText } from './words'

interface Props {
  organizationId: string
  order: OrderView
  pay: (input: { number: string }) => Promise<Result<{ number: string; url: string }>>
}

/** What a payment did. What became of the license afterwards stands on its card. */
const DONE: Record<OrderKind, string> = {
  NEW: 'Your license began with the payment. Your Flex installation finds it by itself.',
  RENEWAL: 'Your license goes on under the same key. There is nothing to do.',
  CHANGE: 'The plan changed with the payment. Your Flex installation learns the new limit by itself.',
}

const TITLE: Record<OrderKind, string> = {
  NEW: 'Thank you for your order',
  RENEWAL: 'Your subscription is to be renewed',
  CHANGE: 'Thank you for your order',
}

const THEN: Record<OrderKind, string> = {
  NEW: 'your license begins',
  RENEWAL: 'your license goes on',
  CHANGE: 'the plan changes',
}

/** What to do next about an order: pay, wait, or go to the license. */
export function OrderNext({ organizationId, order, pay }: Props) {
  const { status, provider, kind, number, amount, currency, dueAt } = order
  if (status === 'PAID') {
    return (
      <Alert color="green" role="status" title="Thank you, the payment is here">
        <Stack align="flex-start" gap="sm">
          {DONE[kind]}
          <LinkButton href={`${flexPath(organizationId)}#license`}>See the license</LinkButton>
        </Stack>
      </Alert>
    )
  }
  if (status === 'TO_REFUND' || status === 'REFUNDED') {
    const paidBack = status === 'REFUNDED'
    const title = paidBack ? 'Your payment was refunded' : 'Your payment will be refunded'
    return (
      <Alert color="gray" role="status" title={title}>
        {paidBack
          ? `We have paid ${money(amount, currency)} back. It takes some days until you see it on your account.`
          : `We received ${money(amount, currency)} and cannot use it. We pay it back: you need not do anything.`}
      </Alert>
    )
  }
  if (status !== 'OPEN') {
    return (
      <Alert color="gray" title="There is nothing to pay">
        <LinkButton href={`${flexPath(organizationId)}#plans`} variant="default">
          See the plans
        </LinkButton>
      </Alert>
    )
  }
  if (provider === 'STRIPE') return <StripeNext order={order} pay={pay} />
  return (
    <Alert color="yellow" role="status" title={TITLE[kind]}>
      <Stack align="flex-start" gap="sm">
        <span>
          Pay {money(amount, currency)} by {dayText(dueAt)}, and name the invoice {number} with the payment.{' '}
          When the payment is here, {THEN[kind]}, and we mail you.
        </span>
        <LinkButton href={invoicePath(organizationId, number)}>See the invoice</LinkButton>
      </Stack>
    </Alert>
  )
}

function StripeNext({ order, pay }: Pick<Props, 'order' | 'pay'>) {
  const { run, pending, problem } = useLeavingAction(pay)
  useLookAgain(true)
  return (
    <Alert color="yellow" role="status" title="Waiting for the payment">
      <Stack gap="sm">
        <Text size="sm">
          If you have paid, this page changes as soon as Stripe confirms it, within seconds as a rule. Else go
          on to the payment.
        </Text>
        <ProblemAlert problem={problem} />
        <Group>
          <Button loading={pending} onClick={() => run({ number: order.number })} variant="default">
            Go to payment
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
