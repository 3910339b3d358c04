'use client'

import { useMemo } from 'react'
import { DataTable, SelectFilter } from '@/components/ui/data-table'
import { namedOptions } from '@/components/ui/options'
import { flexPath, installationsUrl } from '../paths'
import { columnsOf } from './columns'
import { NoInstallations } from './no-installations'

export interface InstallationListProps {
  organizationId: string
  clients: boolean
  products: { code: string; name: string }[]
}

export function InstallationList({ organizationId, clients, products }: InstallationListProps) {
  const columns = useMemo(() => columnsOf({ organizationId, clients }), [organizationId, clients])
  const options = namedOptions(products)
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'lastSeenAt', order: 'desc' }}
      empty={<NoInstallations connect={`${flexPath(organizationId)}#connect`} />}
      filters={<SelectFilter unset="Any product" label="Product" name="productCode" options={options} />}
      label="Installations"
      rowKey={row => row.id}
      searchHint="Search SSA, client, address or host"
      url={installationsUrl(organizationId)}
    />
  )
}
