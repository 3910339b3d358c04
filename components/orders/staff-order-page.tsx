import { Alert, Stack, Text } from '@mantine/core'
import { CopyField } from '@/components/ui/copy-field'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { PageHeader } from '@/components/ui/page-header'
import { OWN_ORGANIZATION } from '@/lib/access/own-organization'
import type { StaffOrderView } from '@/lib/orders/view'
import { InvoiceSettingsNote } from './invoice-settings-note'
import { OrderRows } from './order-page'
import classes from './orders.module.css'
import { StaffOrderButtons } from './staff-order-buttons'
import type { StaffOrderActions } from './types'

interface Props extends StaffOrderActions {
  order: StaffOrderView
  /** Whether whoever looks belongs to the organization, and so may not settle it. */
  own: boolean
  /** Settings that its invoice lacks, by name. */
  missing: string[]
}

/** One order, for those who take payments. */
export function StaffOrderPage(props: Props) {
  const { order, own, missing } = props
  const { number, status, provider } = order
  return (
    <div className={classes.narrow}>
      <PageHeader
        actions={!own && <StaffOrderButtons {...props} />}
        crumbs={[{ label: 'Console' }, { label: 'Orders', href: '/console/orders' }]}
        title={`Order ${number}`}
      />
      <Stack gap="lg">
        <InvoiceSettingsNote missing={missing} />
        {own && (status === 'OPEN' || status === 'TO_REFUND') && (
          <Alert color="yellow" title="You may look, and settle nothing">
            {OWN_ORGANIZATION}
          </Alert>
        )}
        {status === 'TO_REFUND' && <ToRefund order={order} />}
        <OrderRows order={order} />
        <KeyValueRows rows={staffFactsOf(order)} />
        {status === 'OPEN' && provider === 'STRIPE' && (
          <Text c="dimmed" size="sm">
            This order is paid on a page of Stripe, which tells us by itself when it is.
          </Text>
        )}
      </Stack>
    </div>
  )
}

function ToRefund({ order: { details, stripePaymentId } }: { order: StaffOrderView }) {
  return (
    <Alert color="red" role="status" title="This money is to be refunded">
      {details.company} has paid, and the payment pays for nothing: see the reason.{' '}
      {stripePaymentId
        ? 'Refund it here, or in Stripe’s dashboard.'
        : 'Return the money the way it came, then mark it as returned.'}
    </Alert>
  )
}

/** What customers are not shown of their own orders, or know. */
function staffFactsOf(order: StaffOrderView) {
  const { organizationName, organizationId, details, provider, orderedByName } = order
  const { paidByName, stripePaymentId, refundNote } = order
  return [
    { label: 'Organization', value: organizationName },
    { label: 'Org ID', value: <CopyField text={organizationId} what="organization id" /> },
    { label: 'Address', value: <span className={classes.address}>{details.address}</span> },
    { label: 'Tax id', value: details.taxId },
    { label: 'Paid through', value: provider === 'STRIPE' ? 'Stripe' : 'Invoice' },
    { label: 'Ordered by', value: orderedByName },
    ...(paidByName ? [{ label: 'Marked paid by', value: paidByName }] : []),
    ...(stripePaymentId ? [{ label: 'Payment at Stripe', value: stripePaymentId }] : []),
    ...(refundNote ? [{ label: 'Returned', value: refundNote }] : []),
  ]
}
