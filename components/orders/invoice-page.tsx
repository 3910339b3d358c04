import { LinkButton } from '@/components/ui/link-button'
import type { OrderView } from '@/lib/orders/view'
import classes from './invoice.module.css'
import { InvoiceTable } from './invoice-table'
import { orderPath } from './paths'
import { PrintButton } from './print-button'
import { dayText, ORDER_STATUS } from './words'

interface Props {
  organizationId: string
  order: OrderView
  /** Lines of the seller's name and address, and of how to pay. */
  seller: string[]
  payment: string[]
}

/** The invoice as it is printed: the shell around it stays on the screen. */
export function InvoicePage({ organizationId, order, seller, payment }: Props) {
  const { number, details, createdAt, dueAt, status, provider } = order
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <LinkButton href={orderPath(organizationId, number)} variant="default">
          Back to the order
        </LinkButton>
        <PrintButton />
      </div>
      <article className={classes.invoice}>
        <header className={classes.head}>
          <h1>Invoice {number}</h1>
          <address>{lines(seller)}</address>
        </header>
        <div className={classes.parties}>
          <section aria-label="Invoice to">
            <h2>To</h2>
            <address>
              {lines([details.company, details.contactName, ...details.address.split('\n'), details.email])}
              {details.taxId && <span>Tax id: {details.taxId}</span>}
            </address>
          </section>
          <dl>
            <dt>Date</dt>
            <dd>{dayText(createdAt)}</dd>
            <dt>Due by</dt>
            <dd>{dayText(dueAt)}</dd>
            <dt>Status</dt>
            <dd>{statusText(order)}</dd>
          </dl>
        </div>
        <InvoiceTable order={order} />
        {status === 'OPEN' && provider === 'INVOICE' && <HowToPay number={number} payment={payment} />}
        {/* Money that comes by bank would find no order: sales cannot mark it as paid. */}
        {status === 'OPEN' && provider === 'STRIPE' && <p>Pay through Stripe, from the page of the order.</p>}
      </article>
    </div>
  )
}

/** A printed page must not ask for money that nobody owes. */
function statusText({ status, paidAt }: OrderView): string {
  if (status === 'VOID') return 'Void: nothing to pay'
  if (!paidAt) return 'To be paid'
  const paid = `Paid on ${dayText(paidAt)}`
  return status === 'PAID' ? paid : `${paid}. ${ORDER_STATUS[status].label}`
}

function HowToPay({ number, payment }: { number: string; payment: string[] }) {
  return (
    <section>
      <h2>How to pay</h2>
      <address>
        {lines(
          payment.length > 0 ? payment : ['Ask us for the bank details: open a ticket under “Need Help?”.'],
        )}
      </address>
      <p>Please name the invoice {number} with the payment.</p>
    </section>
  )
}

function lines(texts: string[]) {
  return texts.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text have nothing else to tell them apart.
    <span key={index}>{text}</span>
  ))
}
