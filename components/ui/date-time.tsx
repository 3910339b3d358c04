'use client'

import { useId, useRef, useState } from 'react'
import classes from './date-time.module.css'
import { useNow } from './now'
import { exactTimes, relativeTime } from './relative-time'

interface Props {
  /** ISO 8601 text, a Date, or milliseconds since 1970. */
  at: string | Date | number
}

/** "3 days ago"; the exact local and UTC time on hover, focus or touch. The same words on server and browser. */
export function DateTime({ at }: Props) {
  const now = useNow()
  const id = useId()
  const ref = useRef<HTMLTimeElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  const date = new Date(at)
  const open = () => setPlace(placeBelow(ref.current))
  const close = () => setPlace(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only shows what focusing shows too.
    <span className={classes.root} onMouseEnter={open} onMouseLeave={close}>
      <time
        aria-describedby={place ? id : undefined}
        className={classes.time}
        dateTime={date.toISOString()}
        onBlur={close}
        onFocus={open}
        onKeyDown={event => event.key === 'Escape' && close()}
        ref={ref}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
      >
        {relativeTime(date.getTime(), now)}
      </time>
      {place && <Exact at={date.getTime()} id={id} place={place} />}
    </span>
  )
}

function Exact({ at, id, place }: { at: number; id: string; place: { left: number; top: number } }) {
  const { local, utc } = exactTimes(at)
  return (
    <span className={classes.exact} id={id} role="tooltip" style={place}>
      {local}
      <br />
      {utc}
    </span>
  )
}

/** Fixed to the window, so that no scrolling table cuts it off; kept inside the right edge. */
function placeBelow(element: HTMLElement | null): { left: number; top: number } | null {
  if (!element) return null
  const { left, bottom } = element.getBoundingClientRect()
  return { left: Math.max(8, Math.min(left, window.innerWidth - 250)), top: bottom }
}
