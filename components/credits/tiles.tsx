import { totalText } from '@/components/ui/counted'
import type { CreditAccountView } from '@/lib/credits/account'
import classes from './tiles.module.css'

interface Props extends Omit<CreditAccountView, 'signedUpAt'> {
  /** At most one more than is counted exactly. */
  ssas: number
}

/** The figures that people know the page by. */
export function Tiles({ balance, threshold, low, transactions, ssas }: Props) {
  const tiles = [
    { label: 'Remaining credits', value: balance.toLocaleString('en'), low },
    { label: 'Credit threshold', value: threshold.toLocaleString('en') },
    { label: 'Total transactions', value: transactions.toLocaleString('en') },
    { label: 'Total SSA', value: totalText(ssas) },
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
