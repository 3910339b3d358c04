'use client'

import { IconCertificate } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { DataTable, SelectFilter } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { optionsOf } from '@/components/ui/options'
import { ssaListUrl } from '../paths'
import { STATUS_LABEL } from '../status'
import { columnsOf } from './columns'

interface Props {
  organizationId: string
  /** The first thing to do while there is no SSA; nothing for those who may not. */
  create: ReactNode
}

const STATUS_OPTIONS = optionsOf(STATUS_LABEL)

export function SsaList({ organizationId, create }: Props) {
  const columns = useMemo(() => columnsOf(organizationId), [organizationId])
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={<NoSsas create={create} />}
      filters={<SelectFilter unset="Any status" label="Status" name="status" options={STATUS_OPTIONS} />}
      label="SSAs"
      rowKey={row => row.jti}
      searchHint="Search name, issuer or id"
      url={ssaListUrl(organizationId)}
    />
  )
}

function NoSsas({ create }: { create: ReactNode }) {
  return (
    <EmptyState action={create} icon={<IconCertificate size={32} stroke={1.5} />} title="No SSAs yet">
      A software statement assertion (SSA) is a signed token that vouches for one installation of a software.
      With it, Gluu Flex registers itself here and gets its license. Give each installation its own.
    </EmptyState>
  )
}
