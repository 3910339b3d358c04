'use client'

import { useMemo } from 'react'
import { Card } from '@/components/ui/card'
import { totalText } from '@/components/ui/counted'
import { PlainTable } from '@/components/ui/data-table'
import { LinkButton } from '@/components/ui/link-button'
import type { Page } from '@/lib/page'
import { installationsPath } from '../paths'
import { columnsOf, type Installation } from './columns'
import { NoInstallations } from './no-installations'

export interface InstallationsCardProps {
  organizationId: string
  /** Whether clients may be seen. */
  clients: boolean
  latest: Page<Installation>
}

/** The installations that called last; all of them have a page of their own. */
export function InstallationsCard({ organizationId, clients, latest }: InstallationsCardProps) {
  const columns = useMemo(
    () => columnsOf({ organizationId, clients }).map(({ sort: _, ...column }) => column),
    [organizationId, clients],
  )
  const { rows, total } = latest
  return (
    <Card
      actions={
        total > 0 && (
          <LinkButton href={installationsPath(organizationId)} variant="default">
            All installations ({totalText(total)})
          </LinkButton>
        )
      }
      description="The Flex servers that ask here for the license, the latest caller first."
      id="installations"
      title="Installations"
    >
      {rows.length === 0 ? (
        <NoInstallations connect="#connect" />
      ) : (
        <PlainTable columns={columns} label="Installations" rowKey={row => row.id} rows={rows} />
      )}
    </Card>
  )
}
