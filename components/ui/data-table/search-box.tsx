'use client'

import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import classes from './data-table.module.css'
import { useDraft } from './use-draft'

export function SearchBox({ hint }: { hint: string }) {
  const { draft, setDraft } = useDraft('q')
  return (
    <TextInput
      aria-label={hint}
      className={classes.search}
      leftSection={<IconSearch aria-hidden="true" size={16} />}
      onChange={event => setDraft(event.currentTarget.value)}
      placeholder={hint}
      type="search"
      value={draft}
    />
  )
}
