import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useEarlyFields } from '../use-early-fields'
import classes from './data-table.module.css'
import { SearchBox } from './search-box'

interface Props {
  searchHint?: string
  filters?: ReactNode
  actions?: ReactNode
  filtered: boolean
  onClear: () => void
  children: ReactNode
}

export function Toolbar({ searchHint, filters, actions, filtered, onClear, children }: Props) {
  const around = useEarlyFields<HTMLDivElement>()
  return (
    <div {...around} className={classes.toolbar}>
      {searchHint && <SearchBox hint={searchHint} />}
      {filters}
      {children}
      {filtered && (
        <Button color="gray" leftSection={<IconX size={14} />} onClick={onClear} px="xs" variant="subtle">
          Clear filters
        </Button>
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
