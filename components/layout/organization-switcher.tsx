'use client'

import { Popover, TextInput } from '@mantine/core'
import { IconCheck, IconPlus, IconSearch, IconSelector } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import { organizationPath } from '@/lib/organizations/path'
import classes from './popover-list.module.css'

export interface SwitchableOrganization {
  id: string
  name: string
}

interface Props {
  organizations: SwitchableOrganization[]
  /** Null outside any organization. */
  current: SwitchableOrganization | null
}

const MANY = 7

export function OrganizationSwitcher({ organizations, current }: Props) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      onChange={setOpened}
      opened={opened}
      position="bottom-start"
      returnFocus
      shadow="md"
      trapFocus
      width={256}
    >
      <Popover.Target>
        <button className={classes.target} onClick={() => setOpened(!opened)} type="button">
          <span className={classes.text}>
            <span className={classes.caption}>Organization</span>
            <span className={classes.name}>{current?.name ?? 'Choose one'}</span>
          </span>
          <IconSelector aria-hidden="true" size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Organizations" p={6}>
        <Choices current={current} onChosen={() => setOpened(false)} organizations={organizations} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Choices({ organizations, current, onChosen }: Props & { onChosen: () => void }) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = organizations.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted))
  return (
    <>
      {organizations.length > MANY && (
        <TextInput
          aria-label="Find an organization"
          data-autofocus
          leftSection={<IconSearch aria-hidden="true" size={16} />}
          mb={6}
          onChange={event => setSearch(event.currentTarget.value)}
          placeholder="Find an organization"
          type="search"
          value={search}
        />
      )}
      <ul className={classes.list}>
        {found.map(organization => (
          <li key={organization.id}>
            <Choice
              chosen={organization.id === current?.id}
              onChosen={onChosen}
              organization={organization}
            />
          </li>
        ))}
        {found.length === 0 && <li className={classes.caption}>No organization has this in its name.</li>}
      </ul>
      <Link className={classes.item} data-apart href="/organizations/new" onClick={onChosen}>
        <IconPlus aria-hidden="true" size={16} />
        New organization
      </Link>
    </>
  )
}

interface ChoiceProps {
  organization: SwitchableOrganization
  chosen: boolean
  onChosen: () => void
}

function Choice({ organization, chosen, onChosen }: ChoiceProps) {
  return (
    <Link
      aria-current={chosen ? 'true' : undefined}
      className={classes.item}
      href={organizationPath(organization.id, 'market/ssa')}
      onClick={onChosen}
    >
      <span className={classes.text}>
        <span className={classes.name}>{organization.name}</span>
        <span className={classes.caption}>{organization.id}</span>
      </span>
      {chosen && <IconCheck aria-hidden="true" size={16} />}
    </Link>
  )
}
