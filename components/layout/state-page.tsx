import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Logo } from './logo'
import classes from './state-page.module.css'

/** A page outside the shell that holds one message: not found, forbidden, failed. */
export function StatePage({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page} id="main">
      <Link className={classes.brand} href="/">
        <Logo />
        Writ
      </Link>
      {children}
    </main>
  )
}
