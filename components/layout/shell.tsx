import type { ReactNode } from 'react'
import { AccountMenu, type Person } from './account-menu'
import type { GuideLink } from './guide-list'
import { HelpButton } from './help-button'
import type { RailEntry } from './navigation'
import { OrganizationSwitcher, type SwitchableOrganization } from './organization-switcher'
import { Rail } from './rail'
import { ShellFrame } from './shell-frame'

interface ShellProps {
  person: Person
  organizations: SwitchableOrganization[]
  current: SwitchableOrganization | null
  links: RailEntry[]
  apart: RailEntry[]
  guides: GuideLink[]
  /** Where support is asked, in the current organization; null for who may not. */
  support: string | null
  signOut: () => Promise<unknown>
  /** What stands beside the account in the top bar. */
  beside?: ReactNode
  railClosed: boolean
  children: ReactNode
}

/** Everything around a page of a signed-in person: rail, top bar, and the page itself as `main`. */
export function Shell(props: ShellProps) {
  const { person, organizations, current, links, apart, guides, support, signOut } = props
  const rail = (
    <Rail
      apart={apart}
      foot={<HelpButton guides={guides} support={support} />}
      links={links}
      switcher={<OrganizationSwitcher current={current} organizations={organizations} />}
    />
  )
  return (
    <ShellFrame
      account={
        <>
          {props.beside}
          <AccountMenu person={person} signOut={signOut} />
        </>
      }
      closed={props.railClosed}
      rail={rail}
    >
      {props.children}
    </ShellFrame>
  )
}
