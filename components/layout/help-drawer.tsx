'use client'

import { Drawer } from '@mantine/core'
import Link from 'next/link'
import type { GuideLink } from './help-button'
import classes from './help-drawer.module.css'

interface Props {
  guides: GuideLink[]
  onClose: () => void
}

export default function HelpDrawer({ guides, onClose }: Props) {
  return (
    <Drawer onClose={onClose} opened position="right" title="Need Help?">
      <ul className={classes.guides}>
        {guides.map(({ slug, title, summary }) => (
          <li key={slug}>
            <Link className={classes.guide} href={`/help/${slug}`} onClick={onClose}>
              <span className={classes.title}>{title}</span>
              <span className={classes.summary}>{summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}
