import { Alert, Stack } from '@mantine/core'
import { flexPath } from '@/components/flex/paths'
import { newTicketPath } from '@/components/tickets/paths'
import { LinkButton } from '@/components/ui/link-button'
import { money } from '@/lib/orders/money'
import type { OrderKind, OrderView } from '@/lib/orders/view'
import { invoicePath } from './paths'
import { StripeNext, type StripeNextProps } from './stripe-next'
import { dayText } from './words'

interface Props extends Pick<StripeNextProps, 'pay'> {
  organizationId: string
  order: OrderView
}

/** What to do next about an order: pay, wait, or go to the license. */
export function OrderNext({ organizationId, order, pay }: Props) {
  switch (order.status) {
    case 'OPEN':
      if (order.provider === 'STRIPE') return <StripeNext number={order.number} pay={pay} />
      return <InvoiceNext order={order} organizationId={organizationId} />
    case 'PAID':
      return <Paid order={order} organizationId={organizationId} />
    case 'TO_REFUND':
      if (order.refundFailedAt !== null) return <NotRefunded order={order} organizationId={organizationId} />
      return <PaidBack order={order} />
    case 'REFUNDED':
      return <PaidBack order={order} />
    case 'VOID':
      return (
        <Alert color="gray" title="There is nothing to pay">
          <LinkButton href={`${flexPath(organizationId)}#plans`} variant="default">
            See the plans
          </LinkButton>
        </Alert>
      )
  }
}

type PartProps = Pick<Props, 'organizationId' | 'order'>

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

function InvoiceNext({ organizationId, order: { kind, number, amount, currency, dueAt } }: PartProps) {
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

/** What a payment did. What became of the license afterwards stands on its card. */
const DONE: Record<OrderKind, string> = {
  NEW: 'Your license began with the payment. Your Flex installation finds it by itself.',
  RENEWAL: 'Your license goes on under the same key. There is nothing to do.',
  CHANGE: 'The plan changed with the payment. Your Flex installation learns the new limit by itself.',
}

function Paid({ organizationId, order }: PartProps) {
  return (
    <Alert color="green" role="status" title="Thank you, the payment is here">
      <Stack align="flex-start" gap="sm">
        {DONE[order.kind]}
        <LinkButton href={`${flexPath(organizationId)}#license`}>See the license</LinkButton>
      </Stack>
    </Alert>
  )
}

function PaidBack({ order: { status, amount, currency } }: Pick<Props, 'order'>) {
  const done = status === 'REFUNDED'
  const title = done ? 'Your payment was refunded' : 'Your payment will be refunded'
  return (
    <Alert color="gray" role="status" title={title}>
      {done
        ? `We have paid ${money(amount, currency)} back. It takes some days until you see it on your account.`
        : `We received ${money(amount, currency)} and cannot use it. We pay it back: you need not do anything.`}
    </Alert>
  )
}

function NotRefunded({ organizationId, order }: PartProps) {
  return (
    <Alert color="red" role="status" title="Your payment is not refunded yet">
      <Stack align="flex-start" gap="sm">
        <span>
          The refund of your payment of {money(order.amount, order.currency)} did not arrive: your bank or
          card issuer did not take it. We still owe it to you, and pay it back another way. If your card or
          account was closed, tell us, and we ask where the money should go.
        </span>
        <LinkButton href={newTicketPath(organizationId, 'SUPPORT')} variant="default">
          Open a ticket
        </LinkButton>
      </Stack>
    </Alert>
  )
}
