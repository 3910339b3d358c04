'use client'

import { useOnTheWay } from '@/components/ui/on-the-way'
import classes from './on-the-way-bar.module.css'

/** A line at the very top while the page of a link is on the way; nothing for those that come at once. */
export function OnTheWayBar() {
  return useOnTheWay() && <div aria-label="Loading the page" className={classes.bar} role="progressbar" />
}
