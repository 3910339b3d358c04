'use client'

import { CopyField } from '@/components/ui/copy-field'
import { type Column, PlainTable } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { StatusBadge } from '@/components/ui/status-badge'
import type { KeyView } from '@/lib/keys/list'
import classes from './key-table.module.css'

const STATUS = {
  NEXT: { tone: 'waiting', label: 'Next' },
  ACTIVE: { tone: 'good', label: 'Active' },
  RETIRED: { tone: 'neutral', label: 'Retired' },
  GONE: { tone: 'neutral', label: 'Gone' },
} as const

const when = (at: Date | null) => (at ? <DateTime at={at} /> : '')

const columns: Column<KeyView>[] = [
  { id: 'kid', header: 'Key ID', cell: key => <KeyId kid={key.kid} /> },
  { id: 'alg', header: 'Algorithm', cell: key => key.alg },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <StatusBadge tone={STATUS[status].tone}>{STATUS[status].label}</StatusBadge>,
  },
  { id: 'created', header: 'Created At', cell: key => when(key.createdAt) },
  { id: 'activated', header: 'In use since', cell: key => when(key.activatedAt) },
  { id: 'retired', header: 'Retired', cell: key => when(key.retiredAt) },
  { id: 'needed', header: 'Needed until', cell: key => when(key.neededUntil) },
]

export function KeyTable({ keys, label }: { keys: KeyView[]; label: string }) {
  return <PlainTable columns={columns} label={`Keys: ${label}`} rowKey={key => key.kid} rows={keys} />
}

function KeyId({ kid }: { kid: string }) {
  return (
    <span className={classes.kid}>
      <CopyField text={kid} what="key id" />
    </span>
  )
}
