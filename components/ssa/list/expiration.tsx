'use client'

import { IconClockExclamation } from '@tabler/icons-react'
import { DateTime } from '@/components/ui/date-time'
import { useNow } from '@/components/ui/now'
import { DAY_MS } from '@/lib/days'
import type { SsaStatus } from '@/lib/ssa/schema'
import classes from './columns.module.css'

const SOON = 14 * DAY_MS

/** When it expires; marked when that is so soon that somebody should see to a new one. */
export function Expiration({ at, status }: { at: string; status: SsaStatus }) {
  const left = Date.parse(at) - useNow()
  const soon = status === 'ACTIVE' && left > 0 && left < SOON
  if (!soon) return <DateTime at={at} />
  return (
    <span className={classes.soon}>
      <IconClockExclamation aria-label="Expires soon:" className={classes.soonIcon} role="img" size={16} />
      <DateTime at={at} />
    </span>
  )
}
