import { money } from '@/lib/orders/money'
import type { OrderView } from '@/lib/orders/view'
import classes from './invoice.module.css'
import { dayText, INTERVAL, mauText, ORDER_KIND } from './words'

/** The one line of an invoice, and what it comes to. */
export function InvoiceTable({ order }: { order: OrderView }) {
  const { kind, productName, planName, mau, amount, tax, currency } = order
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Period</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            {ORDER_KIND[kind]}: {productName}, {planName}, up to {mauText(mau)}
          </td>
          <td>
            <Period order={order} />
          </td>
          <td>{money(amount - tax, currency)}</td>
        </tr>
      </tbody>
      <tfoot>
        {order.taxLabel && <Sum amount={money(tax, currency)} of={order.taxLabel} />}
        <Sum amount={money(amount, currency)} of="Total" />
      </tfoot>
    </table>
  )
}

/** Known once it is paid; each day stays in one line. */
function Period({ order: { periodStart, periodEnd, interval } }: { order: OrderView }) {
  if (!periodStart || !periodEnd) return `One ${INTERVAL[interval].per}, from the payment on`
  return (
    <>
      <span className={classes.day}>{dayText(periodStart)}</span> to{' '}
      <span className={classes.day}>{dayText(periodEnd)}</span>
    </>
  )
}

function Sum({ of, amount }: { of: string; amount: string }) {
  return (
    <tr>
      <th colSpan={2} scope="row">
        {of}
      </th>
      <td>{amount}</td>
    </tr>
  )
}
