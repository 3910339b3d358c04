import { DateTime } from '@/components/ui/date-time'
import type { SsaEvent } from '@/lib/ssa/history'
import classes from './detail.module.css'

/** Audited actions in the words of this page; a new one shows under its own name. */
const SAID: Record<string, string> = {
  'ssa.issue': 'Created',
  'ssa.reveal': 'JWT shown',
  'ssa.use': 'Used',
  'ssa.revoke': 'Revoked',
}

/** What was done to the SSA, newest first. */
export function SsaHistory({ events }: { events: SsaEvent[] }) {
  if (events.length === 0) return 'Nothing was recorded.'
  return (
    <ol className={classes.history}>
      {events.map(({ id, at, action, actorName }) => (
        <li className={classes.event} key={id}>
          <div className={classes.who}>
            <strong>{SAID[action] ?? action}</strong> by {actorName}
          </div>
          <div className={classes.when}>
            <DateTime at={at} />
          </div>
        </li>
      ))}
    </ol>
  )
}
