import { EXACT_TOTAL } from '@/lib/page'
import classes from './tiles.module.css'

interface Props {
  balance: number
  threshold: number
  transactions: number
  /** At most one more than is counted exactly. */
  ssas: number
}

/** The figures that people know the page by. */
export function Tiles({ balance, threshold, transactions, ssas }: Props) {
  const tiles = [
    { label: 'Remaining credits', value: balance.toLocaleString('en'), low: balance <= threshold },
    { label: 'Credit threshold', value: threshold.toLocaleString('en') },
    { label: 'Total transactions', value: transactions.toLocaleString('en') },
    { label: 'Total SSA', value: ssas > EXACT_TOTAL ? `${EXACT_TOTAL.toLocaleString('en')}+` : String(ssas) },
  ]
  return (
    <dl className={classes.tiles}>
      {tiles.map(({ label, value, low }) => (
        <div className={classes.tile} data-low={low || undefined} key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
