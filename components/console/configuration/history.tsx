'use client'

import { Text } from '@mantine/core'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import type { ConfigurationChange } from '@/lib/configuration/history'
import classes from './history.module.css'

const columns: Column<ConfigurationChange>[] = [
  { id: 'when', header: 'When', cell: change => <DateTime at={change.at} /> },
  { id: 'who', header: 'Who', cell: change => change.actorName },
  { id: 'what', header: 'What', cell: change => <Properties properties={change.properties} /> },
]

export function History({ changes }: { changes: ConfigurationChange[] }) {
  if (changes.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        Nothing was changed yet: these are the defaults.
      </Text>
    )
  }
  return <PlainTable columns={columns} label="Changes" rowKey={change => change.id} rows={changes} />
}

function Properties({ properties }: Pick<ConfigurationChange, 'properties'>) {
  return (
    <dl className={classes.properties}>
      {properties.map(({ name, before, after }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className={classes.before}>{before}</span> → {after}
          </dd>
        </div>
      ))}
    </dl>
  )
}
