'use client'

import { Link } from '@/components/ui/link'
import classes from './guide-list.module.css'

export interface GuideLink {
  slug: string
  title: string
  summary: string
}

const REFERENCE = {
  href: '/docs/api',
  title: 'API reference',
  summary: 'Every call that software can make here, with examples.',
}

export function GuideList({ guides, onFollow }: { guides: GuideLink[]; onFollow?: () => void }) {
  return (
    <ul className={classes.guides}>
      {[...guides.map(({ slug, ...guide }) => ({ ...guide, href: `/help/${slug}` })), REFERENCE].map(
        ({ href, title, summary }) => (
          <li key={href}>
            <Link className={classes.guide} href={href} onClick={onFollow}>
              <span className={classes.title}>{title}</span>
              <span className={classes.summary}>{summary}</span>
            </Link>
          </li>
        ),
      )}
    </ul>
  )
}
