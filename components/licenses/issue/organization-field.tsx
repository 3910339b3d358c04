'use client'

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { fetchJson } from '@/components/ui/fetch-json'
import type { OrganizationRow } from '@/lib/organizations/list-all'
import type { Page } from '@/lib/page'
import type { IssueFields } from './values'

type Found = Pick<OrganizationRow, 'id' | 'name'>

/** Finds an organization by its name, its id or a member's e-mail address. */
export function OrganizationField({ given }: { given: Found | null }) {
  const { field, fieldState } = useController<IssueFields, 'organizationId'>({ name: 'organizationId' })
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(given)
  const [asked] = useDebouncedValue(chosen && typed === labelOf(chosen) ? chosen.id : typed, 250)
  const { data, isFetching } = useQuery({
    queryKey: ['organization-field', asked],
    queryFn: ({ signal }) =>
      fetchJson<Page<Found>>(
        `/api/portal/console/organizations?${new URLSearchParams({ q: asked })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })
  const found = data?.rows ?? []
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  return (
    <Select
      data={offered.map(one => ({ value: one.id, label: labelOf(one) }))}
      description="Search by name, id or a member’s e-mail address."
      error={fieldState.error?.message}
      filter={({ options }) => options}
      label="Organization"
      nothingFoundMessage={isFetching ? 'Searching…' : 'No organization found.'}
      onBlur={field.onBlur}
      onChange={id => {
        field.onChange(id ?? '')
        setChosen(offered.find(one => one.id === id) ?? null)
      }}
      onSearchChange={setTyped}
      ref={field.ref}
      searchable
      value={chosen?.id ?? null}
    />
  )
}

function labelOf({ name, id }: Found): string {
  return `${name} (${id})`
}
