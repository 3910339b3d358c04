import { Group, Stack } from '@mantine/core'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { OrderView } from '@/lib/orders/view'
import type { Result } from '@/lib/result'
import { billingCrumbs } from './crumbs'
import { OrderNext } from './order-next'
import classes from './orders.module.css'
import { invoicePath } from './paths'
import { OrderStatusBadge } from './status'
import { amountText, dayText, INTERVAL, mauText, ORDER_KIND, periodText } from './words'

interface Props {
  organizationId: string
  order: OrderView
  pay: (input: { number: string }) => Promise<Result<{ number: string; url: string }>>
}

/** Where an order stands, and what comes next. */
export function OrderPage({ organizationId, order, pay }: Props) {
  const { number, status } = order
  return (
    <div className={classes.narrow}>
      <PageHeader crumbs={billingCrumbs(organizationId)} title={`Order ${number}`} />
      <Stack gap="lg">
        <OrderNext order={order} organizationId={organizationId} pay={pay} />
        <OrderRows order={order} />
        {status !== 'VOID' && status !== 'OPEN' && (
          <Group>
            <LinkButton href={invoicePath(organizationId, number)} variant="default">
              Invoice and receipt
            </LinkButton>
          </Group>
        )}
      </Stack>
    </div>
  )
}

export function OrderRows({ order }: { order: OrderView }) {
  const { kind, planName, mau, interval, details, provider, paidAt } = order
  // Whoever marks an order as paid says the day; Stripe tells the moment.
  const paid = paidAt && (provider === 'INVOICE' ? dayText(paidAt) : <DateTime at={paidAt} />)
  return (
    <KeyValueRows
      rows={[
        { label: 'Status', value: <OrderStatusBadge order={order} /> },
        ...(order.closedReason ? [{ label: 'Reason', value: order.closedReason }] : []),
        { label: 'For', value: `${ORDER_KIND[kind]}: ${planName}, up to ${mauText(mau)}` },
        { label: 'Billing', value: INTERVAL[interval].label },
        { label: 'Amount', value: amountText(order) },
        { label: 'Period', value: periodText(order) },
        { label: 'Ordered', value: <DateTime at={order.createdAt} /> },
        ...(order.status === 'OPEN' ? [{ label: 'Due by', value: dayText(order.dueAt) }] : []),
        ...(paid ? [{ label: 'Paid', value: paid }] : []),
        ...(order.paidReference ? [{ label: 'Payment reference', value: order.paidReference }] : []),
        { label: 'Invoice to', value: `${details.company}, ${details.contactName}, ${details.email}` },
      ]}
    />
  )
}
