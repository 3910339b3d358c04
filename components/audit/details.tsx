import { CopyField } from '@/components/ui/copy-field'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import classes from './audit.module.css'
import { changesOf } from './changes'
import type { AuditEntry } from './entry'

/** What a row unfolds to: values before and after, and the ids that lead to object, actor and log. */
export function Details({ entry }: { entry: AuditEntry }) {
  const changes = changesOf(entry)
  return (
    <div className={classes.details}>
      {changes.length > 0 && <Changes changes={changes} />}
      <KeyValueRows
        rows={[
          { label: 'Action', value: <code>{entry.action}</code> },
          { label: 'Object id', value: <CopyField text={entry.objectId} what="object id" /> },
          { label: 'Actor id', value: <CopyField text={entry.actorId} what="actor id" /> },
          { label: 'Request id', value: <CopyField text={entry.requestId} what="request id" /> },
        ]}
      />
    </div>
  )
}

function Changes({ changes }: { changes: ReturnType<typeof changesOf> }) {
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
