import { Skeleton } from '@mantine/core'
import classes from './data-table.module.css'
import type { Column } from './types'

interface Props<T> {
  columns: Column<T>[]
  /** Whether rows unfold, by a button in a column of its own. */
  expandable: boolean
  count: number
}

/** As many rows as are expected, each as high as a real one, so that nothing moves when they come. */
export function SkeletonRows<T>({ columns, expandable, count }: Props<T>) {
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
    <tr className={classes.row} key={row}>
      {expandable && <td className={classes.toggle} />}
      {columns.map(({ id, header, headerHidden, align, secondary }) => (
        <td
          data-align={align}
          data-label={headerHidden ? undefined : header}
          data-secondary={secondary}
          key={id}
        >
          <Skeleton height={12} my={4} width="70%" />
        </td>
      ))}
    </tr>
  ))
}
