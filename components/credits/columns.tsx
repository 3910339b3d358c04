import { Cut } from '@/components/ui/cut'
import type { Column, Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import type { CreditKind } from '@/lib/credits/schema'
import type { TransactionRow } from '@/lib/credits/transaction'
import classes from './transactions.module.css'

export type Transaction = Wire<TransactionRow>

export const KIND_LABEL: Record<CreditKind, string> = {
  SIGN_UP: 'Sign-up',
  GRANT: 'Grant',
  DEBIT: 'Debit',
  LICENSE_CALL: 'License call',
}

const product: Column<Transaction> = { id: 'product', header: 'Product', cell: row => <What row={row} /> }
const cost: Column<Transaction> = {
  id: 'cost',
  header: 'Credit Cost',
  align: 'end',
  cell: row => <Cost credits={row.credits} />,
}
const date: Column<Transaction> = {
  id: 'date',
  header: 'Date',
  cell: row => <DateTime at={row.at} />,
}

/** As the original has them. */
export const LATEST_COLUMNS: Column<Transaction>[] = [product, cost, date]

export const TRANSACTION_COLUMNS: Column<Transaction>[] = [
  product,
  { id: 'kind', header: 'Kind', cell: row => KIND_LABEL[row.kind] },
  cost,
  { id: 'balance', header: 'Balance', align: 'end', cell: row => row.balance.toLocaleString('en') },
  {
    id: 'reference',
    header: 'Reference',
    secondary: true,
    cell: row => row.reference && <Cut text={row.reference} />,
  },
  { id: 'by', header: 'By', secondary: true, cell: row => <Cut text={row.actorName} /> },
  { ...date, sort: 'at', firstOrder: 'desc' },
]

/** What was paid for; of credits that came, why. */
function What({ row }: { row: Transaction }) {
  if (row.kind === 'SIGN_UP') return 'Free credits'
  if (row.kind === 'GRANT') return <Cut text={row.reason ?? ''} />
  return (
    <span>
      {row.product?.name}
      {row.quantity > 1 && <span className={classes.quantity}> × {row.quantity.toLocaleString('en')}</span>}
    </span>
  )
}

/** What it cost; credits that came have a plus. A bare 0 would read like a fault. */
function Cost({ credits }: { credits: number }) {
  if (credits === 0) {
    return (
      <span>
        0 <span className={classes.free}>(free)</span>
      </span>
    )
  }
  if (credits < 0) return Math.abs(credits).toLocaleString('en')
  return <span className={classes.received}>+{credits.toLocaleString('en')}</span>
}
