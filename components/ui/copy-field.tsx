'use client'

import { useRef } from 'react'
import { CopyButton } from './copy-button'
import classes from './copy-field.module.css'

interface Props {
  text: string
  /** What it is: "organization id". */
  what: string
  /** Long text breaks over lines instead of being cut short. */
  multiline?: boolean
}

/** An id, key, token or command line, in monospace, with the button that copies it. */
export function CopyField({ text, what, multiline }: Props) {
  const source = useRef<HTMLElement>(null)
  return (
    <span className={classes.field} data-multiline={multiline}>
      <code className={classes.text} ref={source} title={multiline ? undefined : text}>
        {text}
      </code>
      <CopyButton source={source} text={text} what={what} />
    </span>
  )
}
