import type { ReactNode } from 'react'
import classes from './key-value-rows.module.css'

interface Props {
  rows: { label: string; value: ReactNode }[]
}

/** Labels and values, as a detail page shows them. An absent value reads "None". */
export function KeyValueRows({ rows }: Props) {
  return (
    <dl className={classes.rows}>
      {rows.map(({ label, value }) => (
        <div className={classes.row} key={label}>
          <dt>{label}</dt>
          <dd>{value || <None />}</dd>
        </div>
      ))}
    </dl>
  )
}

function None() {
  return <span className={classes.none}>None</span>
}
