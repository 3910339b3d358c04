import type { ReactNode } from 'react'
import { DateTime } from './date-time'
import classes from './timeline.module.css'

interface Event {
  id: string
  at: Date
  actorName: string
}

interface Props<T extends Event> {
  events: T[]
  /** What was done, in a word or two: "Revoked". */
  said: (event: T) => string
  /** What else there is to tell of it. */
  more?: (event: T) => ReactNode
}

/** What happened to one thing, newest first. */
export function Timeline<T extends Event>({ events, said, more }: Props<T>) {
  if (events.length === 0) return 'Nothing was recorded.'
  return (
    <ol className={classes.timeline}>
      {events.map(event => (
        <li className={classes.event} key={event.id}>
          <div>
            <strong>{said(event)}</strong> by {event.actorName}
          </div>
          {more?.(event)}
          <div className={classes.when}>
            <DateTime at={event.at} />
          </div>
        </li>
      ))}
    </ol>
  )
}
