'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { toLocalInput } from '../local-time'
import type { Option } from '../options'
import classes from './data-table.module.css'
import { useDraft } from './use-draft'
import { useTableQuery } from './use-table-query'

interface SelectProps {
  /** The parameter in the URL. */
  name: string
  /** What is filtered by; also the choice that filters nothing: "Any status". */
  label: string
  unset: string
  options: Option[]
}

/** One value of a parameter, or any. */
export function SelectFilter({ name, label, unset, options }: SelectProps) {
  const { query, change } = useTableQuery()
  const value = query[name] ?? ''
  return (
    <NativeSelect
      aria-label={label}
      className={classes.select}
      data={[{ value: '', label: unset }, ...options]}
      onChange={event => change({ [name]: event.currentTarget.value || null })}
      value={value}
    />
  )
}

/** Part of a text. */
export function TextFilter({ name, label }: { name: string; label: string }) {
  const { draft, setDraft } = useDraft(name)
  return (
    <TextInput
      aria-label={label}
      onChange={event => setDraft(event.currentTarget.value)}
      className={classes.text}
      placeholder={label}
      value={draft}
    />
  )
}

/** A moment, chosen in local time and written to the URL in UTC (ISO 8601). */
export function TimeFilter({ name, label }: { name: string; label: string }) {
  const { query, change } = useTableQuery()
  return (
    <TextInput
      aria-label={label}
      onChange={event => change({ [name]: toUtc(event.currentTarget.value) }, 'replace')}
      className={classes.time}
      leftSection={<span aria-hidden="true">{label}</span>}
      leftSectionWidth={56}
      suppressHydrationWarning
      type="datetime-local"
      value={toLocal(query[name])}
    />
  )
}

function toUtc(local: string): string | null {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

function toLocal(utc: string | undefined): string {
  const at = new Date(utc ?? '')
  return Number.isNaN(at.getTime()) ? '' : toLocalInput(at)
}
