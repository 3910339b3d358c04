'use client'

import type { ReactNode } from 'react'
import classes from './link-menu.module.css'
import { Popup, usePopupClose } from './popup'

interface Props {
  label: string
  icon: ReactNode
  /** Downloads: followed by the browser itself, never prefetched. */
  links: { label: string; href: string }[]
}

/** A button that offers a few files to download. */
export function LinkMenu({ label, icon, links }: Props) {
  const button = (
    <>
      {icon}
      {label}
    </>
  )
  return (
    <Popup align="end" button={button} buttonClass={classes.button} label={label} width={208}>
      <Links links={links} />
    </Popup>
  )
}

function Links({ links }: Pick<Props, 'links'>) {
  const close = usePopupClose()
  return (
    <ul className={classes.list}>
      {links.map(({ label, href }) => (
        <li key={href}>
          <a className={classes.link} download href={href} onClick={close}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
