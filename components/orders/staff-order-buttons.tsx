import type { StaffOrderView } from '@/lib/orders/view'
import { PayBackButton } from './pay-back-button'
import { MarkPaidButton, RecordLateButton } from './payment-buttons'
import { ReturnedButton } from './returned-button'
import type { StaffOrderActions } from './types'
import { VoidButton } from './void-button'

interface Props extends StaffOrderActions {
  order: StaffOrderView
}

/** What can be done about it now. */
export function StaffOrderButtons(props: Props) {
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
