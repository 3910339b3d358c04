import type { ReactNode } from 'react'
import classes from './doorway.module.css'
import { Logo } from './logo'

/** A page before the shell, with one thing to do: sign in, read your mail, accept an invitation. */
export function Doorway({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page} id="main">
      <p className={classes.brand}>
        <Logo />
        Writ
      </p>
      <div className={classes.card}>{children}</div>
    </main>
  )
}
