'use client'

import { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Logo } from './logo'
import type { RailEntry } from './navigation'
import classes from './rail.module.css'
import { RAIL_ICONS, type RailIcon } from './rail-icons'

interface Props {
  links: RailEntry[]
  /** Links set apart from the others: the Console, for staff. */
  apart: RailEntry[]
  switcher: ReactNode
  foot: ReactNode
}

export function Rail({ links, apart, switcher, foot }: Props) {
  return (
    <div className={classes.rail}>
      <Link className={classes.brand} href="/">
        <Logo />
        Writ
      </Link>
      {switcher}
      <nav aria-label="Main" className={classes.nav}>
        <RailList links={links} />
        {apart.length > 0 && <RailList links={apart} />}
      </nav>
      <div className={classes.foot}>{foot}</div>
    </div>
  )
}

function RailList({ links }: { links: RailEntry[] }) {
  return (
    <ul className={classes.list}>
      {links.map(entry => (
        <li key={entry.label}>{'href' in entry ? <RailItem {...entry} /> : <RailGroup {...entry} />}</li>
      ))}
    </ul>
  )
}

function RailGroup({ label, icon, children }: Extract<RailEntry, { children: unknown }>) {
  const Icon = RAIL_ICONS[icon]
  return (
    <>
      <span className={classes.heading}>
        <Icon aria-hidden="true" size={18} stroke={1.75} />
        {label}
      </span>
      <ul className={classes.sublist}>
        {children.map(child => (
          <li key={child.href}>
            <RailItem {...child} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface ItemProps {
  label: string
  href: string
  icon?: RailIcon
}

function RailItem({ label, href, icon }: ItemProps) {
  const here = isHere(usePathname(), href)
  const Icon = icon && RAIL_ICONS[icon]
  return (
    <Link aria-current={here ? 'page' : undefined} className={classes.link} href={href}>
      {Icon && <Icon aria-hidden="true" size={18} stroke={1.75} />}
      <span className={classes.label}>{label}</span>
      <Waiting />
    </Link>
  )
}

/** A dot beside the link that was followed, while its page is on the way. */
function Waiting() {
  const { pending } = useLinkStatus()
  return <span aria-hidden="true" className={classes.waiting} data-pending={pending} />
}

/** Also on the pages below it. */
function isHere(pathname: string, href: string): boolean {
  const path = decodeURIComponent(pathname)
  const target = decodeURIComponent(href)
  return path === target || path.startsWith(`${target}/`)
}
