import { Link } from '@/components/ui/link'
import classes from './breadcrumbs.module.css'

export interface Crumb {
  label: string
  /** Absent for a level that has no page of its own. */
  href?: string
}

/** The way to this page; the last step is the page itself. */
export function Breadcrumbs({ crumbs, current }: { crumbs: Crumb[]; current: string }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={classes.list}>
        {crumbs.map(({ label, href }) => (
          <li key={`${label} ${href}`}>{href ? <Link href={href}>{label}</Link> : label}</li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
