import classes from './audit.module.css'
import type { AuditEntry } from './entry'

const KIND: Record<string, string> = { staff: 'staff', client: 'API client', system: 'Writ itself' }

/** Who acted; said besides when it was not a member. */
export function Actor({ entry }: { entry: AuditEntry }) {
  const kind = KIND[entry.actorKind]
  return (
    <span className={classes.actor}>
      {entry.actorName}
      {kind && <span className={classes.kind}> ({kind})</span>}
    </span>
  )
}
