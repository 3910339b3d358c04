import type { ReactNode } from 'react'
import classes from './disclosure.module.css'

interface Props {
  /** What unfolds: "History of this license". */
  summary: string
  children: ReactNode
}

/** What only some want to see: folded away, and there without JavaScript. */
export function Disclosure({ summary, children }: Props) {
  return (
    <details className={classes.disclosure}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
