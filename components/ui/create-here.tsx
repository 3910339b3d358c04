import type { ReactNode } from 'react'
import classes from './create-here.module.css'

/** The button above a list that makes a new row: gone while the empty list offers it itself, as one is enough. */
export function CreateHere({ children }: { children: ReactNode }) {
  return children ? <span className={classes.create}>{children}</span> : null
}
