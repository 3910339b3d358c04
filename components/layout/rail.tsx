'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Logo } from './logo'
import type { RailLink } from './navigation'
import classes from './rail.module.css'
import { RAIL_ICONS } from './rail-icons'

interface Props {
  links: RailLink[]
  /** Links set apart from the others: the Console, for staff. */
  apart: RailLink[]
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

function RailList({ links }: { links: RailLink[] }) {
  return (
    <ul className={classes.list}>
      {links.map(({ label, href, icon, children }) => (
        <li key={href}>
          <RailItem exact={children !== undefined} href={href} icon={icon} label={label} />
          {children && (
            <ul className={classes.sublist}>
              {children.map(child => (
                <li key={child.href}>
                  <RailItem {...child} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function RailItem({
  label,
  href,
  icon,
  exact,
}: Omit<RailLink, 'icon' | 'children'> & { icon?: RailLink['icon']; exact?: boolean }) {
  const here = isHere(usePathname(), href, exact ?? false)
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

function isHere(pathname: string, href: string, exact: boolean): boolean {
  const path = decodeURIComponent(pathname)
  const target = decodeURIComponent(href)
  return path === target || (!exact && path.startsWith(`${target}/`))
}
