import { Alert, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { CopyField } from '@/components/ui/copy-field'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { PageHeader } from '@/components/ui/page-header'
import { OWN_ORGANIZATION } from '@/lib/access/own-organization'
import type { markPaidSchema, markReturnedSchema } from '@/lib/orders/schema'
import type { StaffOrderView } from '@/lib/orders/view'
import type { Result } from '@/lib/result'
import { InvoiceSettingsNote } from './invoice-settings-note'
import { OrderRows } from './order-page'
import classes from './orders.module.css'
import { PayBackButton } from './pay-back-button'
import { MarkPaidButton, RecordLateButton } from './payment-buttons'
import { ReturnedButton } from './returned-button'
import { VoidButton } from './void-button'

export interface StaffOrderActions {
  markPaid: (input: z.input<typeof markPaidSchema>) => Promise<Result<unknown>>
  recordLate: (input: z.input<typeof markPaidSchema>) => Promise<Result<unknown>>
  payBack: (input: { number: string }) => Promise<Result<unknown>>
  markReturned: (input: z.input<typeof markReturnedSchema>) => Promise<Result<unknown>>
  close: (input: { number: string; reason: string }) => Promise<Result<unknown>>
}

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
  const { number, organizationName, organizationId, details, orderedByName, paidByName, provider } = order
  const { stripePaymentId, refundNote } = order
  const open = order.status === 'OPEN'
  return (
    <div className={classes.narrow}>
      <PageHeader
        actions={!own && <Actions {...props} />}
        crumbs={[{ label: 'Console' }, { label: 'Orders', href: '/console/orders' }]}
        title={`Order ${number}`}
      />
      <Stack gap="lg">
        <InvoiceSettingsNote missing={missing} />
        {own && (open || order.status === 'TO_REFUND') && (
          <Alert color="yellow" title="You may look, and settle nothing">
            {OWN_ORGANIZATION}
          </Alert>
        )}
        {order.status === 'TO_REFUND' && (
          <Alert color="red" role="status" title="This money is to be refunded">
            {details.company} has paid, and the payment pays for nothing: see the reason.{' '}
            {stripePaymentId
              ? 'Refund it here, or in Stripe’s dashboard.'
              : 'Return the money the way it came, then mark it as returned.'}
          </Alert>
        )}
        <OrderRows order={order} />
        <KeyValueRows
          rows={[
            { label: 'Organization', value: organizationName },
            { label: 'Org ID', value: <CopyField text={organizationId} what="organization id" /> },
            { label: 'Address', value: <span className={classes.address}>{details.address}</span> },
            { label: 'Tax id', value: details.taxId },
            { label: 'Paid through', value: provider === 'STRIPE' ? 'Stripe' : 'Invoice' },
            { label: 'Ordered by', value: orderedByName },
            ...(paidByName ? [{ label: 'Marked paid by', value: paidByName }] : []),
            ...(stripePaymentId ? [{ label: 'Payment at Stripe', value: stripePaymentId }] : []),
            ...(refundNote ? [{ label: 'Returned', value: refundNote }] : []),
          ]}
        />
        {open && provider === 'STRIPE' && (
          <Text c="dimmed" size="sm">
            This order is paid on a page of Stripe, which tells us by itself when it is.
          </Text>
        )}
      </Stack>
    </div>
  )
}

/** What can be done about it now. */
function Actions(props: Props) {
  const { status, provider, stripePaymentId } = props.order
  const byInvoice = provider === 'INVOICE'
  switch (status) {
    case 'OPEN':
      return (
        <>
          <VoidButton {...props} />
          {byInvoice && <MarkPaidButton {...props} />}
        </>
      )
    case 'VOID':
      return byInvoice && <RecordLateButton {...props} />
    case 'TO_REFUND':
      return (
        <>
          <ReturnedButton {...props} />
          {stripePaymentId && <PayBackButton {...props} />}
        </>
      )
    default:
      return null
  }
}
