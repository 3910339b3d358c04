'use client'

import { Avatar, Popover } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconUserCircle } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import classes from './popover-list.module.css'
import { ThemeChoice } from './theme-choice'

export interface Person {
  name: string
  email: string | null
}

interface Props {
  person: Person
  signOut: () => Promise<unknown>
}

export function AccountMenu({ person, signOut }: Props) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <Popover
      onChange={setOpened}
      opened={opened}
      position="bottom-end"
      returnFocus
      shadow="md"
      trapFocus
      width={248}
    >
      <Popover.Target>
        <button
          aria-label={`Account of ${person.name}`}
          className={classes.avatar}
          onClick={() => setOpened(!opened)}
          type="button"
        >
          <Avatar alt="" color="petrol" name={person.name} radius="xl" size={30} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Account" p={6}>
        <div className={classes.person}>
          <div className={classes.name}>{person.name}</div>
          {person.email && <div className={classes.caption}>{person.email}</div>}
        </div>
        <Link className={classes.item} data-apart href="/account" onClick={close}>
          <IconUserCircle aria-hidden="true" size={16} />
          Account
        </Link>
        <Link className={classes.item} href="/account#sessions" onClick={close}>
          <IconDeviceDesktop aria-hidden="true" size={16} />
          Sessions
        </Link>
        <ThemeChoice />
        <form action={async () => void (await signOut())}>
          <button className={classes.item} data-apart type="submit">
            <IconLogout aria-hidden="true" size={16} />
            Sign out
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
