'use client'

import { TextInput } from '@mantine/core'
import { IconCheck, IconPlus, IconSearch, IconSelector } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from '@/components/ui/link'
import { Popup, usePopupClose } from '@/components/ui/popup'
import { organizationPath } from '@/lib/organizations/path'
import classes from './popup-list.module.css'

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
  const button = (
    <>
      <span className={classes.text}>
        <span className={classes.caption}>Organization</span>
        <span className={classes.name} title={current?.name}>
          {current?.name ?? 'Choose one'}
        </span>
      </span>
      <IconSelector aria-hidden="true" size={16} />
    </>
  )
  return (
    <Popup button={button} buttonClass={classes.target} label="Organizations" width={264}>
      <Choices current={current} organizations={organizations} />
    </Popup>
  )
}

function Choices({ organizations, current }: Props) {
  const close = usePopupClose()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = organizations.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted))
  return (
    <>
      {organizations.length > MANY && (
        <TextInput
          aria-label="Find an organization"
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
            <Choice chosen={organization.id === current?.id} organization={organization} />
          </li>
        ))}
        {found.length === 0 && <li className={classes.caption}>No organization has this in its name.</li>}
      </ul>
      <Link className={classes.item} data-apart href="/organizations/new" onClick={close}>
        <IconPlus aria-hidden="true" size={16} />
        New organization
      </Link>
    </>
  )
}

interface ChoiceProps {
  organization: SwitchableOrganization
  chosen: boolean
}

function Choice({ organization, chosen }: ChoiceProps) {
  const close = usePopupClose()
  return (
    <Link
      aria-current={chosen ? 'true' : undefined}
      className={classes.item}
      href={organizationPath(organization.id, 'market/ssa')}
      onClick={close}
    >
      <span className={classes.text}>
        <span className={classes.name} title={organization.name}>
          {organization.name}
        </span>
        <span className={classes.caption}>{organization.id}</span>
      </span>
      {chosen && <IconCheck aria-hidden="true" size={16} />}
    </Link>
  )
}
