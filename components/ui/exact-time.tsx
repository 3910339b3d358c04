'use client'

import { useSyncExternalStore } from 'react'
import { DateTime } from './date-time'
import classes from './exact-time.module.css'
import { exactTimes, utcTime } from './relative-time'

/** A moment that somebody counts on: relative, and the exact UTC and local time in plain sight. */
export function ExactTime({ at }: { at: string | Date | number }) {
  const date = new Date(at)
  const inBrowser = useSyncExternalStore(never, yes, no)
  return (
    <span className={classes.root}>
      <DateTime at={date} />
      <span className={classes.exact}>{utcTime(date)}</span>
      {/* Where the reader is only the browser knows; until then other words keep the room. */}
      <span className={classes.exact} data-unknown={!inBrowser}>
        {inBrowser ? exactTimes(date.getTime()).local : utcTime(date)} (your time)
      </span>
    </span>
  )
}

const never = () => () => {}
const yes = () => true
const no = () => false
