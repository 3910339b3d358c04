'use client'

import { IconDeviceDesktop, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { startTransition } from 'react'
import { Form } from '@/components/ui/form'
import { Link } from '@/components/ui/link'
import { Popup, usePopupClose } from '@/components/ui/popup'
import classes from './popup-list.module.css'
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
  const avatar = (
    <span aria-hidden="true" className={classes.avatar}>
      {initials(person.name)}
    </span>
  )
  return (
    <Popup
      align="end"
      button={avatar}
      buttonClass={classes.round}
      buttonLabel={`Account of ${person.name}`}
      label="Account"
      width={248}
    >
      <div className={classes.person}>
        <div className={classes.name}>{person.name}</div>
        {person.email && <div className={classes.caption}>{person.email}</div>}
      </div>
      <AccountLinks />
      <ThemeChoice />
      <Form onSubmit={() => startTransition(async () => void (await signOut()))}>
        <button className={classes.item} data-apart type="submit">
          <IconLogout aria-hidden="true" size={16} />
          Sign out
        </button>
      </Form>
    </Popup>
  )
}

function AccountLinks() {
  const close = usePopupClose()
  return (
    <>
      <Link className={classes.item} data-apart href="/account" onClick={close}>
        <IconUserCircle aria-hidden="true" size={16} />
        Account
      </Link>
      <Link className={classes.item} href="/account#sessions" onClick={close}>
        <IconDeviceDesktop aria-hidden="true" size={16} />
        Sessions
      </Link>
    </>
  )
}

/** "Ada Lovelace" → "AL"; "ada@example.com" → "A". */
function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    word => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}
