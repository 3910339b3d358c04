import type { ReactNode } from 'react'
import classes from './with-aside.module.css'

interface Props {
  /** Cards, one below the other. */
  children: ReactNode
  /** What stands beside them, and below them where the window is narrow. */
  aside: ReactNode
}

/** The two columns of a detail page. */
export function WithAside({ children, aside }: Props) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>{children}</div>
      <div className={classes.main}>{aside}</div>
    </div>
  )
}
