import { ActionIcon } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './data-table.module.css'
import type { Column } from './types'

interface Props<T> {
  rows: T[]
  columns: Column<T>[]
  rowKey: (row: T) => string
  expand?: (row: T) => ReactNode
}

export function TableRows<T>({ rows, columns, rowKey, expand }: Props<T>) {
  return rows.map(row =>
    expand ? (
      <ExpandableRow columns={columns} details={expand(row)} key={rowKey(row)} row={row} />
    ) : (
      <tr className={classes.row} key={rowKey(row)}>
        <Cells columns={columns} row={row} />
      </tr>
    ),
  )
}

function Cells<T>({ row, columns }: { row: T; columns: Column<T>[] }) {
  return columns.map(({ id, header, headerHidden, align, secondary, cell }) => (
    <td data-align={align} data-label={headerHidden ? undefined : header} data-secondary={secondary} key={id}>
      {cell(row)}
    </td>
  ))
}

interface ExpandableProps<T> {
  row: T
  columns: Column<T>[]
  details: ReactNode
}

function ExpandableRow<T>({ row, columns, details }: ExpandableProps<T>) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <tr className={classes.row} data-open={open}>
        <td className={classes.toggle}>
          {details !== null && (
            <ActionIcon
              aria-controls={open ? id : undefined}
              aria-expanded={open}
              aria-label={open ? 'Hide details' : 'Show details'}
              onClick={() => setOpen(!open)}
            >
              <IconChevronRight className={classes.chevron} data-open={open} size={16} />
            </ActionIcon>
          )}
        </td>
        <Cells columns={columns} row={row} />
      </tr>
      {open && (
        <tr className={classes.details} id={id}>
          <td className={classes.detailsCell} colSpan={columns.length + 1}>
            {details}
          </td>
        </tr>
      )}
    </>
  )
}
