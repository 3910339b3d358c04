'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'
import classes from './tab-links.module.css'

interface Props {
  /** What the tabs belong to: "SCAN". */
  label: string
  tabs: { label: string; href: string }[]
}

/** The parts of a page as links that look like tabs: each is a page with an address of its own. */
export function TabLinks({ label, tabs }: Props) {
  const here = decodeURIComponent(usePathname())
  return (
    <nav aria-label={label} className={classes.tabs}>
      <ul className={classes.list}>
        {tabs.map(tab => (
          <li key={tab.href}>
            <Link
              aria-current={decodeURIComponent(tab.href) === here ? 'page' : undefined}
              className={classes.tab}
              href={tab.href}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
