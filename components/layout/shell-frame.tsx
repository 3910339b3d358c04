'use client'

import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { OnTheWayBar } from './on-the-way-bar'
import { rememberRail } from './rail-cookie'
import classes from './shell.module.css'

const RailDrawer = dynamic(() => import('./rail-drawer'), { ssr: false })

interface Props {
  rail: ReactNode
  account: ReactNode
  /** Whether the rail was closed when this browser was last here. */
  closed: boolean
  children: ReactNode
}

const NARROW = '(max-width: 47.99em)'

export function ShellFrame({ rail, account, closed: closedAtFirst, children }: Props) {
  const [closed, setClosed] = useState(closedAtFirst)
  const [drawerOn, setDrawerOn] = useState<string | null>(null)
  const pathname = usePathname()
  const toggle = () => {
    // Following a link in the drawer leads to another path, which is what closes it.
    if (window.matchMedia(NARROW).matches) return setDrawerOn(pathname)
    setClosed(!closed)
    rememberRail(!closed)
  }
  return (
    <div className={classes.shell} data-closed={closed}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <aside aria-label="Sidebar" className={classes.rail}>
        {rail}
      </aside>
      <div className={classes.column}>
        <header className={classes.bar}>
          <ActionIcon aria-label="Menu" onClick={toggle} size="lg">
            <IconMenu2 aria-hidden="true" size={20} />
          </ActionIcon>
          {account}
          <OnTheWayBar />
        </header>
        <main className={classes.main} id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {drawerOn === pathname && <RailDrawer onClose={() => setDrawerOn(null)}>{rail}</RailDrawer>}
    </div>
  )
}
