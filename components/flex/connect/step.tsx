import type { ReactNode } from 'react'
import classes from './connect.module.css'

/** One numbered step of a list. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </li>
  )
}
