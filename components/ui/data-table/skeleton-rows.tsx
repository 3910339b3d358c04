import { Skeleton } from '@mantine/core'
import classes from './data-table.module.css'
import type { Column } from './types'

/** As many rows as are expected, each as high as a real one, so that nothing moves when they come. */
export function SkeletonRows<T>({ columns, count }: { columns: Column<T>[]; count: number }) {
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
    <tr className={classes.row} key={row}>
      {columns.map(({ id, header, secondary }) => (
        <td data-label={header} data-secondary={secondary} key={id}>
          <Skeleton height={12} my={4} width="70%" />
        </td>
      ))}
    </tr>
  ))
}
