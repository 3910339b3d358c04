import classes from './cut.module.css'

interface Props {
  text: string
  /** It names its row: there is more room for it than for what else is cut. */
  main?: boolean
}

/** Text in a table that somebody chose, of whatever length: one line of it, and all of it on hover and on a telephone. */
export function Cut({ text, main }: Props) {
  return (
    <span className={classes.cut} data-main={main} title={text}>
      {text}
    </span>
  )
}
