'use client'

import { Link } from '@/components/ui/link'
import classes from './guide-list.module.css'

export interface GuideLink {
  slug: string
  title: string
  summary: string
}

export function GuideList({ guides, onFollow }: { guides: GuideLink[]; onFollow?: () => void }) {
  return (
    <ul className={classes.guides}>
      {guides.map(({ slug, title, summary }) => (
        <li key={slug}>
          <Link className={classes.guide} href={`/help/${slug}`} onClick={onFollow}>
            <span className={classes.title}>{title}</span>
            <span className={classes.summary}>{summary}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
