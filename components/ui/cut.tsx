import classes from './cut.module.css'

/** Text in a table that somebody chose, of whatever length: one line of it, and all of it on hover and on a telephone. */
export function Cut({ text }: { text: string }) {
  return (
    <span className={classes.cut} title={text}>
      {text}
    </span>
  )
}
