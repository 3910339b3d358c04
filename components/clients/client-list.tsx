'use client'

import { IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { DataTable, SelectFilter } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { optionsOf } from '@/components/ui/options'
import { columnsOf } from './columns'
import { ClientDetails } from './details'
import { SsaFilter } from './ssa-filter'
import { CLIENT_STATUS_LABEL } from './status'
import type { Client, ClientPowers, ClientsOf } from './types'

interface Props {
  of: ClientsOf
  url: string
  powers: ClientPowers
  /** The first thing to do while there is no client. */
  create: ReactNode
  onRotate: (client: Client) => void
  onDelete: (client: Client) => void
}

const KINDS = [
  { value: 'API', label: 'Made here' },
  { value: 'REGISTERED', label: 'Registered' },
]
const STATUSES = optionsOf(CLIENT_STATUS_LABEL)

export function ClientList({ of, url, powers, create, onRotate, onDelete }: Props) {
  const columns = useMemo(() => columnsOf({ powers, onRotate, onDelete }), [powers, onRotate, onDelete])
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={
        <EmptyState
          action={create}
          icon={<IconPlugConnected size={32} stroke={1.5} />}
          title="No API clients yet"
        >
          {of
            ? 'An API client lets a program of yours call the API: to create, check or revoke SSAs, for example. Software that registers with one of your SSAs appears here, too.'
            : 'An API client of the platform lets a program call the API for any organization. Clients of one organization are on its own page.'}
        </EmptyState>
      }
      expand={client => <ClientDetails client={client} of={of} />}
      filters={
        <>
          <SelectFilter unset="Any kind" label="Kind" name="kind" options={KINDS} />
          <SelectFilter unset="Any status" label="Status" name="status" options={STATUSES} />
          <SsaFilter />
        </>
      }
      label="API clients"
      rowKey={client => client.id}
      searchHint="Search by name or client id"
      url={url}
    />
  )
}
